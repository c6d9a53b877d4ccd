import type { SpaceConnection } from '../contract/backend';
import type { ExperiencePage } from '../contract/experiences';
import type { Input, Me } from '../contract/operations';

/** How it is found out who one is at a backend. */
export type AskWho = (connection: SpaceConnection) => Promise<Me>;

export const whoIsHere: AskWho = (connection) => connection.read('getMe', {});

/** A question whose answer says who is here: the connection is made with it. */
export class FirstPage {
  /** Absent when it was known already who is here. */
  answer?: Promise<ExperiencePage>;
  /** Once it is here and says enough: it can be shown, while what this browser needs to keep it is fetched. */
  readonly enough: Promise<ExperiencePage>;
  readonly #input: Input<'listExperiences'>;
  #isEnough: (page: ExperiencePage) => void = () => undefined;

  constructor(input: Input<'listExperiences'>) {
    this.#input = input;
    this.enough = new Promise((resolve) => (this.#isEnough = resolve));
  }

  readonly askWho: AskWho = async (connection) => {
    this.answer = connection.read('listExperiences', this.#input);
    // Why it does not come is for who asked for it; who is here is asked all the same.
    const page = await this.answer.catch(() => undefined);
    const me = page?.labels?.me;
    if (!me || (me.sealKey === undefined && connection.capabilities.sealed)) return whoIsHere(connection);
    this.#isEnough(page);
    return me;
  };
}
