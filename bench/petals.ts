import { readFileSync } from 'node:fs';
import { DEMO_SPACE, demoRows } from '../src/demo-data/lindeveld';
import type { LindeveldFile } from '../src/demo-data/lindeveld';
import type { Id, Intention, Release, Round } from '../src/model/types';
import { trend } from '../src/model/trend';
import type { Petal } from '../src/widgets/compass/rose';

/** What both peers draw: the drivers of the demonstration, with the last closed round and the one before. */
export interface Drawing {
  purpose: string;
  petals: (Petal & { share: number; was: number })[];
}

/** The demonstration of Lindeveld, through the same rules as the widget: its released rounds. */
export function demonstrationDrawing(file: URL, today: string): Drawing {
  const rows = demoRows(JSON.parse(readFileSync(file, 'utf8')) as LindeveldFile, today);
  const row = (key: string) => {
    const found = rows.get(key)?.row;
    if (!found) throw new Error(`The demonstration of ${DEMO_SPACE} has no ${key}`);
    return found;
  };
  const rounds = [...rows.keys()]
    .filter((key) => key.startsWith('round/'))
    .map((key) => row(key) as Round)
    .sort((a, b) => b.number - a.number);
  const [last, before] = rounds.map(({ id }) => row(`release/${id}`) as Release);
  const share = (release: Release | undefined, driverId: Id): number => {
    const found = release && trend([release], driverId, 'total')[0]?.share;
    if (found === undefined) throw new Error(`No share of "good" for ${driverId}`);
    return found;
  };
  const { text, drivers } = row('intention/intention') as Intention;
  return {
    purpose: text,
    petals: drivers.map((driver) => ({ driver, share: share(last, driver.id), was: share(before, driver.id) })),
  };
}
