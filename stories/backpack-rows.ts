/** The experiences of the demonstration as rows of a storage, and the situations a feed can be in. */
import type { DemoRows } from './compass-rows';
import type { DemoRow } from '../src/demo-data/lindeveld';
import { addDays } from '../src/model/day';
import type { Experience, ExperienceKind, FollowUp, Reaction, ReactionRow, Reply } from '../src/model/experience-types';
import type { Day, Id } from '../src/model/types';

/** One experience of the file with Dutch keys. */
interface Told {
  id: Id;
  org: Id;
  functie: string | null;
  afzender: string;
  soort: string;
  titel: string;
  watGebeurde: string;
  watLeerdeIk?: string | null;
  watGaIkDoen?: string | null;
  vraagAanAnderen?: string | null;
  drijfveren: Id[];
  dagenGeleden: number;
  zichtbaar: string;
  reacties: Readonly<Record<string, number>>;
  actieGedaan?: string | null;
  antwoorden: { org: Id; tekst: string; isVraag: boolean }[];
}

export interface BackpackFile {
  ervaringen: readonly Told[];
}

const KINDS: Readonly<Record<string, ExperienceKind>> = { gelukt: 'success', geleerd: 'lesson', vraag: 'question' };
const FOLLOW_UPS: Readonly<Record<string, FollowUp>> = { ja: 'yes', bezig: 'busy', nee: 'no' };
const REACTIONS: Readonly<Record<string, Reaction>> = {
  herkenbaar: 'recognise',
  ikHelpMee: 'help',
  hierLeerIkVan: 'learn',
};

/** The same order each time: as random as a key has to be for a picture that is compared. */
const keyOf = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7).toString(16);

function experienceOf(told: Told, today: Day): Experience {
  const isAnonymous = told.afzender === 'anoniem';
  const followUp = FOLLOW_UPS[told.actieGedaan ?? ''];
  return {
    id: told.id,
    title: told.titel,
    kind: KINDS[told.soort] ?? 'lesson',
    whatHappened: told.watGebeurde,
    ...(told.watLeerdeIk ? { whatLearned: told.watLeerdeIk } : {}),
    ...(told.watGaIkDoen ? { whatNext: told.watGaIkDoen } : {}),
    ...(told.vraagAanAnderen ? { askOthers: told.vraagAanAnderen } : {}),
    adviceWelcome: false,
    driverIds: told.drijfveren,
    language: 'nl',
    authorShownAs: isAnonymous ? 'anonymous' : 'jobTitle',
    ...(isAnonymous ? {} : { author: { name: '', jobTitle: told.functie ?? '', partyId: told.org } }),
    authorProof: `${told.org}-4 wrote ${told.id}`,
    audienceChoice: told.zichtbaar === 'intern' ? 'internal' : 'everyone',
    audience: told.zichtbaar === 'intern' ? 'internal' : 'everyone',
    writtenOn: addDays(today, -told.dagenGeleden),
    sortKey: keyOf(told.id),
    status: 'published',
    isPinned: false,
    ...(followUp ? { followUp } : {}),
    version: 1,
  };
}

const rowOf = (row: DemoRow['row'], audience: DemoRow['audience'] = 'everyone'): DemoRow => ({
  form: 1,
  version: 1,
  audience,
  row,
});

export function experienceRow(experience: Experience): [string, DemoRow] {
  return [`experience/${experience.id}`, rowOf(experience, experience.audience)];
}

/** The demonstration with what its people put into their backpack, and what others said of it. */
export function withExperiences(rows: DemoRows, today: Day, file: BackpackFile): DemoRows {
  const all = new Map<string, DemoRow>(rows);
  const people = [...rows].flatMap(([key, { row }]) =>
    key.startsWith('member/') ? [row as { id: Id; partyId: Id; jobTitle: string }] : [],
  );
  for (const told of file.ervaringen) {
    const experience = experienceOf(told, today);
    all.set(...experienceRow(experience));
    for (const [name, count] of Object.entries(told.reacties)) {
      const reaction = REACTIONS[name] ?? 'recognise';
      // Spread over everybody, so that those who look have not all reacted.
      people.slice(8, 8 + count).forEach(({ id, partyId, jobTitle }) => {
        const row: ReactionRow = { experienceId: told.id, reaction, personId: id, by: { name: '', jobTitle, partyId } };
        all.set(`reaction/${told.id}.${reaction}.${id}`, rowOf(row as DemoRow['row'], experience.audience));
      });
    }
    told.antwoorden.forEach((answer, index) => {
      const writer = people.find(({ id }) => id === `${answer.org}-2`);
      const reply: Reply = {
        id: `${told.id}-r${String(index + 1)}`,
        experienceId: told.id,
        text: answer.tekst,
        isQuestion: answer.isVraag,
        isByAuthor: false,
        author: { name: '', jobTitle: writer?.jobTitle ?? '', partyId: answer.org },
        authorId: `${answer.org}-2`,
        writtenOn: addDays(today, index + 1 - told.dagenGeleden),
        sortKey: String(index),
        audience: experience.audience,
        version: 1,
      };
      all.set(`reply/${reply.id}`, rowOf(reply, experience.audience));
    });
  }
  return all;
}

/** One of them otherwise. */
export function withExperience(rows: DemoRows, id: Id, change: Partial<Experience>): DemoRows {
  const found = rows.get(`experience/${id}`)?.row as Experience | undefined;
  if (!found) throw new Error(`The demonstration has no experience ${id}`);
  return new Map([...rows, experienceRow({ ...found, ...change })]);
}

/** So many of them, one a day, newest first: told over and over by the people of the demonstration. */
export function withMany(rows: DemoRows, today: Day, count: number): DemoRows {
  const all = new Map(rows);
  const told = [...rows].flatMap(([key, { row }]) => (key.startsWith('experience/') ? [row as Experience] : []));
  for (let index = 0; index < count; index += 1) {
    const experience = told[index % told.length];
    if (!experience) break;
    const title = `${experience.title} (${String(index + 1)})`;
    const writtenOn = addDays(today, -index);
    const audience = 'everyone' as const;
    all.set(
      ...experienceRow({
        ...experience,
        id: `many-${String(index)}`,
        title,
        writtenOn,
        audience,
        audienceChoice: audience,
      }),
    );
  }
  return all;
}
