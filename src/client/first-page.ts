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
  readonly #input: Input<'listExperiences'>;

  constructor(input: Input<'listExperiences'>) {
    this.#input = input;
  }

  readonly askWho: AskWho = async (connection) => {
    this.answer = connection.read('listExperiences', this.#input);
    // Why it does not come is for who asked for it; who is here is asked all the same.
    const me = (await this.answer.catch(() => undefined))?.labels?.me;
    const isEnough = me && (me.sealKey !== undefined || !connection.capabilities.sealed);
    return isEnough ? me : whoIsHere(connection);
  };
}
