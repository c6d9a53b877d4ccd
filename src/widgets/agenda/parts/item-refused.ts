/** What was refused of what somebody did with an item: why, and what there is now beside what they wanted. */
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Typed } from './item-form';
import type { Reader } from './item-words';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaMessages } from '../../../locales/agenda.nl';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView } from '../../../model/agenda-types';
import type { SamenError } from '../../../model/errors';
import type { Id } from '../../../model/types';
import { notice } from '../../../ui/notice';
import { sideBySide } from '../../../ui/side-by-side';

/** What went otherwise than somebody wanted. */
export interface Refused {
  sentence: string;
  error?: SamenError | undefined;
  /** Who had the ball when it was sent. */
  holderWas: Id | undefined;
}

export function itemRefused(options: {
  refused: Refused;
  item: AgendaItemView;
  typed: Typed | undefined;
  reader: Reader & { t: TermOf<AgendaMessages & AgendaPartsMessages> };
}): TemplateResult {
  const { refused, item, typed, reader } = options;
  const { sentence, error, holderWas } = refused;
  const { t, partyName, partyId } = reader;
  // Somebody else was first.
  const isMeanwhile = error?.kind === 'stale' || error?.reason === 'ballIsHeld';
  if (!isMeanwhile) return notice({ tone: 'bad', title: sentence, role: 'alert' });
  const { holderId, nextStep } = item.ball;
  const isAnother = holderId !== undefined && holderId !== holderWas && holderId !== partyId;
  const wanted = typed && [typed.note, typed.reason, typed.nextStep].filter(Boolean).join(' · ');
  const now = [holderId ? partyName(holderId) : t('laneNobody'), nextStep].filter(Boolean).join(' · ');
  return notice({
    tone: 'warn',
    title: isAnother ? t('holderMeanwhile', partyName(holderId)) : t('changedMeanwhile'),
    role: 'alert',
    text: typed ? t('doAnyway') : '',
    more: wanted ? sideBySide({ nowLabel: t('nowIs'), wantedLabel: t('youWanted'), now, wanted }) : nothing,
  });
}
