/** What is said of a ball and of its log, from where the reader stands. */
import type { Typed } from './item-form';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView, BallMove, Handover, HandoverKind } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { toDay } from '../../../model/today';
import type { BallLook } from '../ball';

export interface Reader {
  t: TermOf<AgendaPartsMessages>;
  partyName: (id: Id) => string;
  date: (day: string) => string;
  /** The reader's own party. */
  partyId: Id | undefined;
}

/** What somebody did; `toPartyId` of an offer. */
type Did = Pick<Typed, 'doing'> & Partial<Pick<Typed, 'toPartyId' | 'onBehalfOf'>>;

const nameOf = ({ partyName }: Reader, id: Id | undefined): string => (id ? partyName(id) : '');

/** Whose ball it is, as a heading. */
export function ballHeading({ ball, status }: AgendaItemView, reader: Reader): string {
  const { t, partyId } = reader;
  if (ball.state === 'none') return t('ballClosed');
  if (status === 'paused') return t('ballPaused');
  if (ball.state === 'nobody') return t('ballNobody');
  const [holder, to] = [nameOf(reader, ball.holderId), nameOf(reader, ball.offer?.toPartyId)];
  if (ball.state === 'offered') {
    if (ball.offer?.toPartyId === partyId) return t('ballOfferedToUs');
    return ball.holderId === partyId ? t('ballOfferedByUs', to) : t('ballOfferedTo', to);
  }
  return ball.holderId === partyId ? t('ballOurs') : t('ballTheirs', holder);
}

/** What that means, below it; empty when the heading says enough. */
export function ballMeaning({ ball, signal }: AgendaItemView, reader: Reader): string {
  const { t, partyId } = reader;
  const [holder, to] = [nameOf(reader, ball.holderId), nameOf(reader, ball.offer?.toPartyId)];
  switch (ball.state) {
    case 'nobody':
      return t('ballNobodyText');
    case 'offered':
      if (ball.offer?.toPartyId === partyId) return t('staysWithGiver', holder);
      return ball.holderId === partyId ? t('staysWithUs') : t('staysWith', holder);
    case 'lapsed': {
      const days = signal?.kind === 'unanswered' && signal.days ? `${t('ballLapsed', signal.days)} ` : '';
      const late = ball.offer?.toPartyId === partyId ? ` ${t('lateStill')}` : '';
      return `${days}${t('lapsedHolds', holder, to)}${late}`;
    }
    default:
      return '';
  }
}

/** What is said once it was done. */
export function didWords({ doing, toPartyId, onBehalfOf }: Did, { ball }: AgendaItemView, reader: Reader): string {
  const { t } = reader;
  if (onBehalfOf) return t('onBehalfDid', nameOf(reader, onBehalfOf));
  const words: Record<Did['doing'], () => string> = {
    take: () => t('took'),
    accept: () => t('accepted'),
    return: () => t('returned', nameOf(reader, ball.holderId)),
    offer: () => t('offered', nameOf(reader, toPartyId)),
    withdraw: () => t('withdrawn'),
    progress: () => t('progressed'),
    release: () => t('released'),
    pause: () => t('paused'),
    stop: () => t('stopped'),
  };
  return words[doing]();
}

/** What was done, as a line of the log. */
export function lineWords(line: Handover, reader: Reader): string {
  const { t } = reader;
  const [from, to] = [nameOf(reader, line.fromPartyId), nameOf(reader, line.toPartyId)];
  const words: Record<HandoverKind, () => string> = {
    taken: () => t('logTaken', to),
    progress: () => t('logProgress', to || from),
    offered: () => t('logOffered', from, to),
    released: () => t('logReleased', from),
    accepted: () => t('logAccepted', to, line.isLate === true),
    returned: () => t('logReturned', from, to),
    withdrawn: () => t('logWithdrawn', to || from),
    expired: () => t('logExpired', to || from),
    cleared: () => t('logCleared'),
    reopened: () => t('logReopened'),
  };
  return words[line.kind]();
}

/** When, and by whom: a job title and a party, never a name. */
export function lineBy({ at, by, onBehalfOf }: Handover, { t, date, partyName }: Reader): string {
  const day = date(toDay(at));
  if (!by) return day;
  const actor = [by.jobTitle, partyName(by.partyId)].filter(Boolean).join(', ');
  return `${day}, ${onBehalfOf ? t('logOnBehalf', actor, partyName(onBehalfOf)) : actor}`;
}

export const LINE_LOOK: Record<HandoverKind, BallLook> = {
  taken: 'held',
  progress: 'held',
  offered: 'offered',
  released: 'none',
  accepted: 'held',
  returned: 'back',
  withdrawn: 'back',
  expired: 'still',
  cleared: 'done',
  reopened: 'none',
};

/** The one thing to do next comes first; the rest is there too. */
const ORDER: readonly BallMove[] = ['accept', 'take', 'return', 'offer', 'progress', 'withdraw', 'release'];

/** What its button says. */
export const moveWord = (move: BallMove, { t }: Pick<Reader, 't'>): string => t(move === 'offer' ? 'offerTitle' : move);

export function inOrder(moves: readonly BallMove[]): BallMove[] {
  return ORDER.filter((move) => moves.includes(move));
}
