import { property } from 'lit/decorators.js';
import type { Me, SpaceView } from '../../../contract/operations';
import { LatePart } from '../../../elements/late-part';
import type { ResultsMessages } from '../../../locales/results.nl';
import type { ResultView } from '../../../model/result-types';
import type { Driver, Id } from '../../../model/types';
import type { ResultsPartProps } from '../load-part';

/**
 * A part of the results that is fetched late; `M` are its own messages, beside those of the widget, which are there
 * already. Each part says its own in `messages`.
 */
export abstract class ResultsPart<M extends object> extends LatePart<ResultsMessages & M> implements ResultsPartProps {
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) space: SpaceView | undefined;
  @property({ attribute: false }) drivers: readonly Driver[] = [];
  @property({ attribute: false }) results: readonly ResultView[] | undefined;
  @property({ attribute: false }) isCoreTeam = false;
  @property({ attribute: false }) spaceId: Id = '';
  @property({ attribute: false }) go: (...path: string[]) => void = () => undefined;

  protected readonly partyName = (id: Id): string => this.space?.parties.find((party) => party.id === id)?.name ?? '';
}
