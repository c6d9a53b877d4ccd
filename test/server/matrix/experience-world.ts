/** The backpack in the world of the matrix: experiences of every visibility, with what is said and kept around them. */
import { createHash } from 'node:crypto';
import { TINY_PICTURE, seedRow } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import type { Experience, Picture, Reply } from '../../../src/model/experience-types';
import { mayRead } from '../../../src/model/experience-view';
import { mayModerate, mayReadLog } from '../../../src/model/permissions';
import type { Result } from '../../../src/model/result-types';
import type { Audience, Id, Viewer } from '../../../src/model/types';
import { maySee, maySeeResult } from '../../../src/model/visibility';
import { proofOf, proveWith, secretOf } from '../../../src/server/database/proof';

/** Whose a thing is, and who may read it. */
export interface Place {
  audience: Audience;
  partyId: Id;
  writtenBy: Id;
}

/** As the servers of these tests have it (test/server/running.ts). */
export const prove = proveWith(Buffer.alloc(32, 7));
const SPACE: Id = 'samen';
const WRITTEN_ON = '2026-02-20';

/** Of a member, always the same, so that a world can be made anew and compared. */
export const saltOf = (spaceId: Id, personId: Id): string =>
  createHash('md5').update(`${spaceId}${personId}`).digest('hex');
export const secretFor = (personId: Id, id: Id): string =>
  secretOf(prove, { spaceId: SPACE, id, personId, salt: saltOf(SPACE, personId) });
export const proofFor = (personId: Id, id: Id): string => proofOf(secretFor(personId, id));

export const experienceId = (slug: string): Id => `e-${slug}`;
export const pictureId = (slug: string): Id => `p-${slug}`;
export const replyId = (slug: string): Id => `r-${slug}`;
/** Of the asker, without their name; and of another. */
export const MINE_UNNAMED: Id = 'e-mine-unnamed';
export const OTHERS_UNNAMED: Id = 'e-others-unnamed';
export const MINE_WAITS: Id = 'e-mine-waits';
export const OTHERS_WAITS: Id = 'e-others-waits';
/** Of another, for everyone, but hidden; and not approved yet. */
export const HIDDEN: Id = 'e-hidden';
export const PENDING: Id = 'e-pending';
export const MY_REPLY: Id = 'r-mine';
export const REPORT: Id = 'rapport';

export function experienceOf(id: Id, place: Place, changes: Partial<Experience> = {}): Experience {
  return {
    ...{ id, title: `canary-${id}`, kind: 'lesson', whatHappened: 'Toen', whatNext: 'Nu', adviceWelcome: false },
    ...{ driverIds: ['d-een'], language: 'nl', authorShownAs: 'named', audienceChoice: 'everyone' },
    author: { name: 'Naam', jobTitle: 'medewerker', partyId: place.partyId },
    authorId: place.writtenBy,
    audience: place.audience,
    ...{ writtenOn: WRITTEN_ON, sortKey: 'a0', status: 'published', isPinned: false, version: 1 },
    ...changes,
  } as Experience;
}

/** Without a name: a proof in its place. */
export function unnamedOf(id: Id, personId: Id, changes: Partial<Experience> = {}): Experience {
  const place: Place = { audience: 'everyone', partyId: '', writtenBy: '' };
  const { author: _author, authorId: _id, ...rest } = experienceOf(id, place, { authorShownAs: 'anonymous' });
  return { ...rest, authorProof: proofFor(personId, id), ...changes };
}

const replyOf = (id: Id, about: Id, { audience, partyId, writtenBy }: Place): Reply => ({
  ...{ id, experienceId: about, text: `canary-${id}`, isQuestion: true, isByAuthor: false },
  author: { name: '', jobTitle: 'medewerker', partyId },
  ...{ authorId: writtenBy, writtenOn: WRITTEN_ON, sortKey: 'a0', audience, version: 1 },
});

/** All of it, for somebody. The places come by a name of their visibility. */
export function experienceRows(personId: Id, partyId: Id, other: Place, places: Record<string, Place>): SeedRow[] {
  const byOther = { name: '', jobTitle: 'medewerker', partyId: other.partyId };
  const forAll: Place = { ...other, audience: 'everyone' };
  const mine: Place = { audience: 'everyone', partyId, writtenBy: personId };
  const rows = Object.entries(places).flatMap(([slug, place]): SeedRow[] => {
    const id = experienceId(slug);
    const picture = pictureId(slug);
    const experience = experienceOf(id, place, { pictureId: picture });
    const { audience } = place;
    return [
      seedRow('experience', id, experience, audience),
      seedRow('reply', replyId(slug), replyOf(replyId(slug), id, { ...other, audience }), audience),
      seedRow(
        'report',
        `${REPORT}-${slug}`,
        {
          ...{ id: `${REPORT}-${slug}`, experienceId: id, reason: `canary-report-${slug}`, reportedOn: WRITTEN_ON },
        },
        audience,
      ),
      seedRow('picture', picture, {
        ...{ id: picture, type: 'image/png', data: TINY_PICTURE, experienceId: id, version: 1 },
        authorProof: proofFor(place.writtenBy, picture),
      }),
      seedRow(
        'logEntry',
        `log-${slug}`,
        {
          ...{ id: `log-${slug}`, on: WRITTEN_ON, byPersonId: 'derde-1', by: byOther },
          action: 'hide',
          aboutId: id,
          reason: 'Omdat',
        },
        audience,
      ),
      reaction(id, other.writtenBy, byOther),
    ];
  });
  const everyone = experienceId('everyone');
  const waits = (id: Id, author: Id) => ({
    ...({
      id,
      action: 'saveExperience',
      authorProof: proofFor(author, id),
      publishOn: '2026-03-03',
      version: 1,
    } as const),
    experience: unnamedOf(id, author),
  });
  return [
    ...rows,
    ...[unnamedOf(MINE_UNNAMED, personId), unnamedOf(OTHERS_UNNAMED, other.writtenBy)].map((each) =>
      seedRow('experience', each.id, each),
    ),
    seedRow('experience', HIDDEN, experienceOf(HIDDEN, forAll, { hidden: { reason: 'Omdat', on: WRITTEN_ON } })),
    seedRow('experience', PENDING, unnamedOf(PENDING, other.writtenBy, { status: 'pending' })),
    seedRow('reply', MY_REPLY, replyOf(MY_REPLY, everyone, mine)),
    reaction(everyone, personId, { ...byOther, partyId }),
    seedRow('packing', `${everyone}.${personId}`, { experienceId: everyone, personId }, `person:${personId}`),
    seedRow(
      'packing',
      `${everyone}.${other.writtenBy}x`,
      { experienceId: everyone, personId: `${other.writtenBy}x` },
      `person:${other.writtenBy}x`,
    ),
    seedRow('waiting', MINE_WAITS, waits(MINE_WAITS, personId), `person:${personId}`),
    seedRow('waiting', OTHERS_WAITS, waits(OTHERS_WAITS, other.writtenBy), `person:${other.writtenBy}`),
  ];
}

function reaction(about: Id, personId: Id, by: { name: string; jobTitle: string; partyId: Id }): SeedRow {
  const row = { experienceId: about, reaction: 'help', personId, by } as const;
  return seedRow('reaction', `${about}.help.${personId}`, row, `person:${personId}`);
}

/** Whether somebody reads a row who presents no proof. */
export function readsRow({ kind, audience, row }: SeedRow, viewer: Viewer, all: readonly SeedRow[]): boolean {
  switch (kind) {
    case 'waiting':
    case 'writeKey':
      return false;
    case 'experience':
      return mayRead(row as Experience, viewer, (row as Experience).authorId === viewer.personId);
    case 'reply':
      return maySee(audience, viewer) || (row as Reply).authorId === viewer.personId;
    case 'reaction':
    case 'packing':
      return (row as { personId: Id }).personId === viewer.personId;
    case 'report':
      return mayModerate(viewer, { audience });
    case 'logEntry':
      return mayReadLog(viewer) && (viewer.member?.role === 'admin' || maySee(audience, viewer));
    case 'picture': {
      const about = all.find((each) => each.kind === 'experience' && each.id === (row as Picture).experienceId);
      return about !== undefined && readsRow(about, viewer, all);
    }
    case 'result':
      return maySeeResult(row as Result, viewer);
    default:
      return maySee(audience, viewer);
  }
}
