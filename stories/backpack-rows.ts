/** Variations of the demonstration's backpack, as rows of a storage: the situations a feed can be in. */
import type { DemoRows } from './compass-rows';
import type { DemoRow } from '../src/demo-data/lindeveld';
import { addDays } from '../src/model/day';
import type { Experience, Picture } from '../src/model/experience-types';
import type { Day, Id } from '../src/model/types';

function experienceRow(experience: Experience): [string, DemoRow] {
  const { id, audience } = experience;
  return [`experience/${id}`, { form: 1, version: experience.version, audience, row: experience }];
}

/** One of them otherwise. */
export function withExperience(rows: DemoRows, id: Id, change: Partial<Experience>): DemoRows {
  const found = rows.get(`experience/${id}`)?.row as Experience | undefined;
  if (!found) throw new Error(`The demonstration has no experience ${id}`);
  return new Map([...rows, experienceRow({ ...found, ...change })]);
}

/** A backpack into which nobody put anything yet. */
export function withoutExperiences(rows: DemoRows): DemoRows {
  return new Map([...rows].filter(([key]) => !/^(experience|reply|reaction)\//.test(key)));
}

/** So many more, one a day, newest first: what the people of the demonstration told, over and over. */
export function withMany(rows: DemoRows, today: Day, count: number): DemoRows {
  const all = new Map(rows);
  const told = [...rows].flatMap(([key, { row }]) => (key.startsWith('experience/') ? [row as Experience] : []));
  for (let index = 0; index < count; index += 1) {
    const experience = told[index % told.length];
    if (!experience) break;
    const title = `${experience.title} (${String(index + 1)})`;
    const writtenOn = addDays(today, -index);
    const audience = 'everyone' as const;
    const one = { ...experience, id: `many-${String(index)}`, title, writtenOn, audience, audienceChoice: audience };
    all.set(...experienceRow(one));
  }
  return all;
}

/** A red square of a pixel: what a picture is, in as few bytes as there are. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** One of them with a picture. */
export function withPicture(rows: DemoRows, id: Id, data = PIXEL): DemoRows {
  const pictureId = `${id}-picture`;
  const picture: Picture = { id: pictureId, type: 'image/png', data, experienceId: id, authorProof: '', version: 1 };
  const all = withExperience(rows, id, { pictureId });
  return new Map([...all, [`picture/${pictureId}`, { form: 1, version: 1, audience: 'everyone', row: picture }]]);
}
