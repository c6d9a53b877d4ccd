/** The experiences of Lindeveld, with what colleagues said and did under them. Everything in it is invented. */
import { addDays } from '../model/day';
import type { AuthorShownAs, Experience, ExperienceKind, FollowUp, Reaction, Reply } from '../model/experience-types';
import type { Audience, Day, Id } from '../model/types';
import type { Rows } from '../service/storage';

/** The part of the file that is read here. */
export interface BackpackFile {
  ervaringen: {
    id: Id;
    org: Id;
    functie: string | null;
    afzender: string;
    soort: string;
    titel: string;
    watGebeurde: string;
    watLeerdeIk: string;
    watGaIkDoen: string;
    vraagAanAnderen: string;
    drijfveren: Id[];
    agenda: Id | null;
    dagenGeleden: number;
    zichtbaar: string;
    reacties: { herkenbaar: number; hierLeerIkVan: number; ikHelpMee: number };
    actieGedaan: string | null;
    antwoorden: { org: Id; tekst: string; isVraag: boolean }[];
  }[];
}

/** That somebody wrote something; each home of the data has a way of its own to say so. */
export type Prove = (personId: Id, thingId: Id) => string;

type Add = <K extends keyof Rows>(kind: K, id: Id, row: Rows[K], audience?: Audience) => void;

const KINDS: Record<string, ExperienceKind> = { gelukt: 'success', geleerd: 'lesson', vraag: 'question' };
const SHOWN_AS: Record<string, AuthorShownAs> = { functie: 'jobTitle', anoniem: 'anonymous', naam: 'named' };
const FOLLOW_UPS: Record<string, FollowUp> = { ja: 'yes', bezig: 'busy', nee: 'no' };

/** Who wrote each: the second of their party, so that there is a backpack to look into. */
export function demoAuthors({ ervaringen }: BackpackFile): Map<Id, Id> {
  return new Map(ervaringen.map(({ id, org }) => [id, `${org}-2`]));
}

export function addBackpack(
  file: BackpackFile,
  { today, members, add, prove }: { today: Day; members: readonly Rows['member'][]; add: Add; prove: Prove },
): void {
  const authors = demoAuthors(file);
  file.ervaringen.forEach((entry, index) => {
    const authorId = authors.get(entry.id) ?? '';
    const audience = entry.zichtbaar === 'intern' ? 'internal' : 'everyone';
    add(
      'experience',
      entry.id,
      experienceOf(entry, { today, audience, authorProof: prove(authorId, entry.id) }),
      audience,
    );
    const readers = members.filter(
      ({ id, partyId, role }) =>
        id !== authorId && role !== 'admin' && (audience === 'everyone' || partyId.startsWith('afd-')),
    );
    const { herkenbaar, hierLeerIkVan, ikHelpMee } = entry.reacties;
    const counts: [Reaction, number][] = [
      ['recognise', herkenbaar],
      ['learn', hierLeerIkVan],
      ['help', ikHelpMee],
    ];
    counts.forEach(([reaction, count], which) => {
      for (const { id: personId, jobTitle, partyId } of around(readers, 7 * index + 3 * which, count)) {
        const by = { name: '', jobTitle, partyId };
        const row = { experienceId: entry.id, reaction, personId, by };
        add('reaction', `${entry.id}.${reaction}.${personId}`, row, `person:${personId}`);
      }
    });
    entry.antwoorden.forEach((answer, order) => {
      const by = members.find(({ partyId, role }) => partyId === answer.org && role === 'member');
      if (by)
        add(
          'reply',
          `${entry.id}-${String(order + 1)}`,
          replyOf(answer, { entry, order, by, today, audience }),
          audience,
        );
    });
  });
}

type Entry = BackpackFile['ervaringen'][number];

function experienceOf(
  entry: Entry,
  { today, audience, authorProof }: { today: Day; audience: 'internal' | 'everyone'; authorProof: string },
): Experience {
  const authorShownAs = SHOWN_AS[entry.afzender] ?? 'jobTitle';
  return {
    id: entry.id,
    title: entry.titel,
    kind: KINDS[entry.soort] ?? 'lesson',
    whatHappened: entry.watGebeurde,
    whatLearned: entry.watLeerdeIk,
    whatNext: entry.watGaIkDoen,
    askOthers: entry.vraagAanAnderen,
    adviceWelcome: false,
    driverIds: entry.drijfveren,
    ...(entry.agenda && { agendaItemId: entry.agenda }),
    language: 'nl',
    authorShownAs,
    ...(authorShownAs !== 'anonymous' && {
      author: { name: '', jobTitle: entry.functie ?? '', partyId: entry.org },
    }),
    authorProof,
    audienceChoice: audience,
    audience,
    writtenOn: addDays(today, -entry.dagenGeleden),
    sortKey: entry.id,
    status: 'published',
    isPinned: false,
    ...(entry.actieGedaan && { followUp: FOLLOW_UPS[entry.actieGedaan] ?? 'busy' }),
    version: 1,
  };
}

function replyOf(
  { tekst, isVraag }: Entry['antwoorden'][number],
  {
    entry,
    order,
    by,
    today,
    audience,
  }: { entry: Entry; order: number; by: Rows['member']; today: Day; audience: Audience },
): Reply {
  const { jobTitle, partyId } = by;
  return {
    id: `${entry.id}-${String(order + 1)}`,
    experienceId: entry.id,
    text: tekst,
    isQuestion: isVraag,
    isByAuthor: false,
    author: { name: '', jobTitle, partyId },
    authorId: by.id,
    writtenOn: addDays(today, Math.min(0, order + 1 - entry.dagenGeleden)),
    sortKey: String(order),
    audience,
    version: 1,
  };
}

/** So many, from a place in the circle on: not always the same people. */
function around<T>(items: readonly T[], from: number, count: number): T[] {
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[(from + index) % items.length] as T);
}
