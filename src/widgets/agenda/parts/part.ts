import { property } from 'lit/decorators.js';
import type { Me, SpaceView } from '../../../contract/operations';
import { LatePart } from '../../../elements/late-part';
import type { AgendaMessages } from '../../../locales/agenda.nl';
import type { AgendaItemView } from '../../../model/agenda-types';
import { partySees } from '../../../model/ball';
import { mayEditItem } from '../../../model/permissions';
import type { Driver, Id, Party } from '../../../model/types';
import type { AgendaPartProps } from '../load-part';

/**
 * A part of the agenda that is fetched late; `M` are its own messages, beside those of the widget, which are there
 * already. Each part says its own in `messages`.
 */
export abstract class AgendaPart<M extends object> extends LatePart<AgendaMessages & M> implements AgendaPartProps {
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) space: SpaceView | undefined;
  @property({ attribute: false }) drivers: readonly Driver[] = [];
  @property({ attribute: false }) items: readonly AgendaItemView[] | undefined;
  @property({ attribute: false }) isCoreTeam = false;
  @property({ attribute: false }) offerTo: Id | undefined;
  @property({ attribute: false }) backend = '';
  @property({ attribute: false }) go: (...path: string[]) => void = () => undefined;

  /** Whether it is this reader's to edit, as the model says. */
  protected mayEdit(item: AgendaItemView): boolean {
    const { me, client, space } = this;
    if (!me || !client) return false;
    const party = space?.parties.find(({ id }) => id === me.member?.partyId);
    return mayEditItem({ ...me, spaceId: client.spaceId, ...(party && { party }) }, item, item.ball);
  }

  /** Who may have the ball: another party that reads the item. */
  protected othersThatRead({ ball, audience }: AgendaItemView): Party[] {
    const parties = this.space?.parties ?? [];
    return parties.filter(({ id }) => id !== ball.holderId && partySees(parties, id, audience));
  }

  protected readonly partyName = (id: Id): string => this.space?.parties.find((party) => party.id === id)?.name ?? '';
}
