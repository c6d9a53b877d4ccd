/** A day in a space: somebody writes, changes, answers and erases without their name, while others do what they do. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { AuthorshipHome } from './homes';
import { Names, asText, dumped } from './reader';
import { ADMIN, CORE, PARTNER_CORE, TINY_PICTURE, experienceInput } from '../../backends/conformance/kit';
import { ask, heard } from '../wire-client';
import { isRead } from '../../../src/contract/old-after';
import type { Input, OperationName, Output } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

export const DEED = 'wat ik liever niet onder mijn naam zeg';
export const QUESTION = 'Wat gebeurde er daarna?';
export const MORNINGS = ['2026-03-03', '2026-03-04'] as const;
/** All others that there are eyes of. */
const READERS = [CORE, PARTNER_CORE, ADMIN, 'wonen-3', 'beleid-2', 'jeugd-1'];
/** Drawn beforehand: chance is no difference. */
const IDS = Array.from({ length: 8 }, () => newId());
/** Of the connection and of the moment. */
const PASSING = new Set(['date', 'connection', 'keep-alive']);

export interface Day {
  owner: Pool;
  logged: () => string;
  reads: <N extends OperationName>(personId: Id, operation: N, input: Input<N>) => Promise<Output<N>>;
  answer: (personId: Id, operation: OperationName, input: object) => Promise<string>;
  /** Something anonymous; its id is drawn. */
  writes: (personId: Id) => Promise<Id>;
  /** Ids in the order of writing, and whose they are. */
  written: () => Id[];
  authorOf: (id: Id) => Id | undefined;
  /** The morning of so many days on: until all is published. */
  morning: (index: 0 | 1) => Promise<void>;
  leaves: (personId: Id) => Promise<void>;
  returns: (personId: Id) => Promise<void>;
  /** What each reader was told as it happened. */
  told: () => Record<string, string>;
  close: () => Promise<void>;
}

export async function dayOf({ server, clock, close }: AuthorshipHome): Promise<Day> {
  const authors = new Map<Id, Id>();
  const { owner } = server.database;
  const headers = (personId: Id) => ({ 'samen-demo-person': personId });
  const response = (personId: Id, operation: OperationName, input: object) => {
    const key = isRead(operation) ? {} : { key: newId() };
    return ask({ url: server.url, headers: headers(personId) }, operation, 'samen', input as never, key);
  };
  const streams = await Promise.all(READERS.map((personId) => streamOf(server.url, headers(personId))));
  const day: Day = {
    owner,
    logged: () => server.logged.map((line) => line.replace(/"(?:at|ms|request)":(?:"[^"]*"|[\d.]+),?/g, '')).join(''),
    async reads(personId, operation, input) {
      return (await heard(await response(personId, operation, input))) as never;
    },
    async answer(personId, operation, input) {
      const answered = await response(personId, operation, input);
      const said = [...answered.headers].filter(([name]) => !PASSING.has(name));
      return `${operation} ${String(answered.status)} ${JSON.stringify(said)} ${withoutMarks(await answered.text())}`;
    },
    async writes(personId) {
      const id = newId();
      authors.set(id, personId);
      const input = experienceInput({ id, authorShownAs: 'anonymous', whatHappened: DEED });
      await day.reads(personId, 'saveExperience', input);
      return id;
    },
    written: () => [...authors.keys()],
    authorOf: (id) => authors.get(id),
    async morning(index) {
      clock.now = new Date(`${MORNINGS[index]}T06:00:30Z`);
      const due = 'select space_id from samen.spaces_waiting($1)';
      for (let tries = 0; (await owner.query(due, [MORNINGS[index]])).rows.length > 0; tries += 1) {
        assert.ok(tries < 400, 'nothing is published');
        await sleep(25);
      }
    },
    leaves: async (personId) => void (await day.reads(ADMIN, 'removeMember', { id: personId, version: 1 })),
    async returns(personId) {
      const partyId = personId.split('-')[0] ?? '';
      const member = { id: personId, version: 0, name: '', jobTitle: 'medewerker', partyId, role: 'member' } as const;
      await day.reads(ADMIN, 'saveMember', member);
    },
    told: () => Object.fromEntries(READERS.map((reader, index) => [reader, streams[index]?.heard() ?? ''])),
    async close() {
      for (const { stop } of streams) stop();
      await close();
    },
  };
  return day;
}

export interface Moment {
  when: string;
  /** All that lies in it. */
  database: string;
  /** All that each other person can read, and was told. */
  read: Record<string, string>;
}

/** The day, with this author; and what can be obtained at each moment of it. */
export async function livedBy(day: Day, author: Id): Promise<Moment[]> {
  const names = new Names();
  const moments: Moment[] = [];
  const look = async (when: string) => {
    // What was told has time to arrive.
    await sleep(200);
    const read: Record<string, string> = {};
    for (const reader of READERS)
      read[reader] = names.named(`${await lookedAt(day, reader)}\n${day.told()[reader] ?? ''}`);
    moments.push({ when, database: asText(await dumped(day.owner), names), read });
  };
  const [named = '', mine = '', gone = '', picture = '', question = '', answer = '', reply = '', changed = ''] = IDS;
  const anonymous = { authorShownAs: 'anonymous', whatHappened: DEED, whatNext: 'Vragen' } as const;
  const by = day.reads;

  await by('wonen-3', 'saveExperience', experienceInput({ id: named, authorShownAs: 'named', askOthers: QUESTION }));
  await by(author, 'savePicture', { id: picture, data: TINY_PICTURE });
  await by(author, 'saveExperience', experienceInput({ id: mine, ...anonymous, pictureId: picture }));
  await by(author, 'saveExperience', experienceInput({ id: gone, ...anonymous, title: 'Toch niet' }));
  await by(author, 'saveExperience', experienceInput({ id: changed, ...anonymous }));
  await by('jeugd-1', 'setReaction', { id: named, reaction: 'learn' });
  const { version } = await by(author, 'getExperience', { id: gone });
  await by(author, 'eraseExperience', { id: gone, version });
  await look('written');

  await day.morning(0);
  await look(MORNINGS[0]);

  await by('jeugd-1', 'setReaction', { id: mine, reaction: 'help' });
  await by('jeugd-1', 'saveReply', { experienceId: mine, id: question, version: 0, text: QUESTION, isQuestion: true });
  await by(author, 'saveReply', { experienceId: mine, id: answer, version: 0, text: 'Niets.', isQuestion: false });
  await by(author, 'followUpExperience', { id: mine, answer: 'yes' });
  const { version: now, isMine } = await by(author, 'getExperience', { id: changed });
  assert.equal(isMine, true);
  await by(author, 'eraseExperience', { id: changed, version: now });
  await by('beleid-2', 'saveReply', { experienceId: mine, id: reply, version: 0, text: 'Hoe?', isQuestion: true });
  await day.morning(1);
  await look(MORNINGS[1]);

  // Both leave, so that who is a member is no difference.
  for (const personId of ['wonen-2', 'beleid-3']) await day.leaves(personId);
  await look('left');
  return moments;
}

/** Everything that there is to read, for one person. */
async function lookedAt(day: Day, reader: Id): Promise<string> {
  const all = [
    await day.answer(reader, 'listExperiences', {}),
    await day.answer(reader, 'listExperiences', { collection: 'mine' }),
    await day.answer(reader, 'listExperiences', { party: 'wonen' }),
    await day.answer(reader, 'listExperiences', { collection: 'pending' }),
    await day.answer(reader, 'searchExperiences', { text: 'liever' }),
    await day.answer(reader, 'getSpace', {}),
    await day.answer(reader, 'listMembers', { limit: 100 }),
    await day.answer(reader, 'listReports', {}),
    await day.answer(reader, 'listLogEntries', {}),
  ];
  for (const id of IDS) {
    all.push(await day.answer(reader, 'getExperience', { id }), await day.answer(reader, 'listReplies', { id }));
    all.push(await day.answer(reader, 'getPicture', { id }));
  }
  return all.join('\n');
}

/** Marks are drawn anew at each answer, and pages of them. */
const withoutMarks = (text: string) => text.replace(/"(?:asOf|nextCursor)":"[^"]+"/g, '');

/** What somebody is told as it happens, but for the marks. */
async function streamOf(url: string, headers: Record<string, string>) {
  const controller = new AbortController();
  const response = await fetch(`${url}v1/spaces/samen/events`, { headers, signal: controller.signal });
  let text = '';
  const reading = async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) text += decoder.decode(piece as Uint8Array, { stream: true });
  };
  void reading().catch(() => undefined);
  // A comment comes each 20 seconds, however long a day takes.
  return { heard: () => text.replace(/^: .*\n\n?|^id: .*$/gm, ''), stop: () => controller.abort() };
}
