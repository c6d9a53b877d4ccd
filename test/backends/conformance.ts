import { describe } from 'node:test';
import { agendaItemsConformance } from './conformance/agenda-items';
import { agendaLinksConformance } from './conformance/agenda-links';
import { anonymousConformance } from './conformance/anonymous';
import { ballsConformance } from './conformance/balls';
import { chainsConformance } from './conformance/chains';
import { experiencesConformance } from './conformance/experiences';
import { intentionConformance } from './conformance/intention';
import type { OpenHome } from './conformance/kit';
import { meaningsConformance } from './conformance/meanings';
import { moderationConformance } from './conformance/moderation';
import { membersConformance } from './conformance/members';
import { needsConformance } from './conformance/needs';
import { overlapsConformance } from './conformance/overlaps';
import { picturesConformance } from './conformance/pictures';
import { previewConformance } from './conformance/preview';
import { privacyConformance } from './conformance/privacy';
import { retentionConformance } from './conformance/retention';
import { releasesConformance } from './conformance/releases';
import { repliesConformance } from './conformance/replies';
import { repeatsConformance } from './conformance/repeats';
import { ideasConformance } from './conformance/ideas';
import { resultsConformance } from './conformance/results';
import { reportsConformance } from './conformance/reports';
import { roundsConformance } from './conformance/rounds';
import { sessionsConformance } from './conformance/sessions';
import { spaceConformance } from './conformance/space';
import { strangersConformance } from './conformance/strangers';
import { textsConformance } from './conformance/texts';
import { watchingConformance } from './conformance/watching';

export type { Home, OpenHome, Seed, SeedRow } from './conformance/kit';

/**
 * What every home of the data does, in sentences for `node --test`; given the way to open one with rows in it.
 * Also `samen-widgets/conformance`, for whoever writes a backend.
 */
export function conformance(name: string, open: OpenHome): void {
  describe(name, () => {
    strangersConformance(open);
    spaceConformance(open);
    membersConformance(open);
    intentionConformance(open);
    roundsConformance(open);
    releasesConformance(open);
    needsConformance(open);
    meaningsConformance(open);
    experiencesConformance(open);
    anonymousConformance(open);
    repliesConformance(open);
    moderationConformance(open);
    picturesConformance(open);
    agendaItemsConformance(open);
    ballsConformance(open);
    overlapsConformance(open);
    agendaLinksConformance(open);
    sessionsConformance(open);
    resultsConformance(open);
    ideasConformance(open);
    chainsConformance(open);
    reportsConformance(open);
    textsConformance(open);
    repeatsConformance(open);
    watchingConformance(open);
    previewConformance(open);
    privacyConformance(open);
    retentionConformance(open);
  });
}
