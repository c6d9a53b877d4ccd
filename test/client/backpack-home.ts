import type { Browser, Tab } from './browser';
import type { SpaceConnection } from '../../src/contract/backend';
import type { ExperienceInput } from '../../src/contract/experiences';
import type { Input, Me, Output, ReadName, WriteName } from '../../src/contract/operations';
import { SamenError } from '../../src/model/errors';
import type { ExperienceView, ReplyView } from '../../src/model/experience-types';

/** A home for experiences that answers what a test says, and notes what arrives. */
export class BackpackHome {
  isOnline = true;
  readonly answers = new Map<ReadName, unknown>();
  readonly sent: { operation: WriteName; input: Input<WriteName> }[] = [];
  /** What a write answers; a `SamenError` refuses it. */
  answer: (operation: WriteName, input: Input<WriteName>) => unknown = () => ({});

  readonly connect = (): Promise<SpaceConnection> =>
    Promise.resolve({
      spaceId: 'space',
      capabilities: { storage: 'kept', private: true, sealed: false },
      read: <N extends ReadName>(operation: N) => this.#read(operation) as Promise<Output<N>>,
      write: <N extends WriteName>(operation: N, input: Input<N>) =>
        this.#write(operation, input) as Promise<Output<N>>,
      watch: () => () => undefined,
      close: () => undefined,
    });

  #read(operation: ReadName): Promise<unknown> {
    const answer = operation === 'getMe' ? ANNA : this.answers.get(operation);
    return answer === undefined
      ? Promise.reject(new SamenError('notFound', operation))
      : Promise.resolve(structuredClone(answer));
  }

  #write(operation: WriteName, input: Input<WriteName>): Promise<unknown> {
    if (!this.isOnline) return Promise.reject(new SamenError('network', 'Offline'));
    this.sent.push({ operation, input });
    const answer = this.answer(operation, input);
    return answer instanceof SamenError ? Promise.reject(answer) : Promise.resolve(answer);
  }
}

export const ANNA: Me = {
  personId: 'anna',
  name: 'Anna',
  member: { id: 'anna', partyId: 'werk', name: 'Anna', jobTitle: 'klantmanager', role: 'member' },
};

export const input = (id: string, more: Partial<ExperienceInput> = {}): ExperienceInput => ({
  id,
  version: 0,
  title: `Titel ${id}`,
  kind: 'success',
  whatHappened: 'Er gebeurde iets.',
  adviceWelcome: false,
  driverIds: [],
  language: 'nl',
  authorShownAs: 'jobTitle',
  audience: 'everyone',
  ...more,
});

export const view = (id: string, more: Partial<ExperienceView> = {}): ExperienceView => ({
  id,
  title: `Titel ${id}`,
  kind: 'lesson',
  whatHappened: 'Er gebeurde iets.',
  adviceWelcome: false,
  driverIds: ['d-open'],
  language: 'nl',
  authorShownAs: 'named',
  author: { name: 'Bea', jobTitle: 'consulent', partyId: 'zorg' },
  audienceChoice: 'everyone',
  writtenOn: '2026-11-10',
  status: 'published',
  isPinned: false,
  version: 7351,
  isMine: false,
  advice: 'askFirst',
  reactions: { recognise: 2, help: 0, learn: 1 },
  myReactions: [],
  replies: 1,
  questions: 1,
  isPacked: false,
  ...more,
});

export const reply = (id: string, more: Partial<ReplyView> = {}): ReplyView => ({
  id,
  experienceId: 'a',
  text: `Wat zei je tegen ${id}?`,
  isQuestion: true,
  isByAuthor: false,
  author: { name: 'Cor', jobTitle: 'wijkcoach', partyId: 'zorg' },
  writtenOn: '2026-11-11',
  version: 99,
  isMine: false,
  ...more,
});

export const page = <T>(...items: T[]) => ({ items, asOf: '0' });

/** What one is shown of a read now. */
export function shown<N extends ReadName>(tab: Tab, operation: N, asked: Input<N>): Output<N> | undefined {
  let data: Output<N> | undefined;
  tab.client.watch(operation, asked, (now) => (data = now.data))();
  return data;
}

export const openAt = (browser: Browser, home: BackpackHome): Tab => browser.open({ connect: home.connect });
