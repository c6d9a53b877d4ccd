import { clear, createStore } from 'idb-keyval';
import { eraseLocal, localProof, openLocal, seedLocal } from '../src/backends/local/index';
import { MemoryRowStore } from '../src/backends/local/row-store';
import type { registerBackend as register } from '../src/backends/registry';
import { DEMO_SPACE, demoRows } from '../src/demo-data/lindeveld';
import type { DemoRow, LindeveldFile } from '../src/demo-data/lindeveld';
import { toDay } from '../src/model/today';

/** Where the page's widgets come from. */
export const LIBRARY = '/samen/samen.js';

export interface Demonstration {
  file: LindeveldFile;
  rows: Map<string, DemoRow>;
}

/** The demonstration's data as of today. */
export async function loadDemonstration(): Promise<Demonstration> {
  const response = await fetch('/data/lindeveld.json');
  if (!response.ok) throw new Error(`The data of the demonstration answers ${String(response.status)}`);
  const file = (await response.json()) as LindeveldFile;
  return { file, rows: demoRows(file, toDay(new Date()), localProof) };
}

/** Into this browser, unless it is there. A browser that keeps nothing works from memory, and says so. */
export async function seedDemonstration({ rows }: Demonstration): Promise<void> {
  try {
    await seedLocal(DEMO_SPACE, rows);
  } catch {
    const seeded = new Map([...rows].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row]));
    // The widgets' own registry: what is built into this page is another one.
    const { registerBackend } = (await import(/* @vite-ignore */ LIBRARY)) as { registerBackend: typeof register };
    registerBackend('local', () => openLocal({ store: new MemoryRowStore(seeded) }));
  }
}

/** Everything back to how it was: the space, and what the widgets kept of it. Take them off the page first. */
export async function restartDemonstration(demonstration: Demonstration): Promise<void> {
  await eraseLocal(DEMO_SPACE);
  await clear(createStore('samen-client', 'kept'));
  await seedDemonstration(demonstration);
}
