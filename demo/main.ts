/**
 * The demonstration page: lets one choose who one is and how the page looks, fills the space where it lives
 * in this browser, and only then loads the widgets as any other page would.
 */
import { demoHome } from './home';
import { applyLooks, keepLooks, readLooks, THEMES } from './looks';
import type { Looks } from './looks';
import { describe, firstPerson, peopleOf, personOptions, VISITOR } from './people';
import type { DemoPerson } from './people';
import { LIBRARY, loadDemonstration } from './space';
import type { Demonstration } from './space';
import { textsIn, translatePage } from './texts';
import type { Language } from './texts';

const WIDGETS = 'samen-compass, samen-agenda, samen-results, samen-backpack';
const home = demoHome();

let looks = readLooks();
let people: DemoPerson[] = [];

const texts = () => textsIn(looks.language);
const byId = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element as T;
};
const chooser = byId<HTMLSelectElement>('demo-person');

function say(text: string): void {
  byId('demo-said').textContent = text;
}

function showPerson(): void {
  const { title, of } = describe(
    people.find(({ id }) => id === home.person()),
    texts(),
  );
  const name = document.createElement('b');
  const party = document.createElement('span');
  name.textContent = title;
  party.textContent = of;
  byId('me').replaceChildren(name, party);
}

function showPeople(): void {
  chooser.replaceChildren(...personOptions(people, texts()));
  chooser.value = home.person();
  showPerson();
}

function showLooks(): void {
  translatePage(looks.language);
  byId('demo-note').textContent = home.restart ? texts().noteHere : texts().noteServer;
  const follows = applyLooks(looks);
  byId<HTMLSelectElement>('demo-theme').value = looks.theme;
  byId<HTMLSelectElement>('demo-language').value = looks.language;
  byId<HTMLSelectElement>('demo-scheme').value = looks.scheme;
  say(follows ? '' : texts().onlyLight);
  if (people.length > 0) showPeople();
}

function choose(change: Partial<Looks>): void {
  looks = { ...looks, ...change };
  keepLooks(looks);
  showLooks();
}

/** Takes the widgets off the page, does something, and puts fresh ones back: they open anew. */
async function withoutWidgets(work: () => Promise<void> | void): Promise<void> {
  const places = [...document.querySelectorAll(WIDGETS)].map((widget) => {
    const place = document.createComment('samen');
    const fresh = widget.cloneNode(true) as Element;
    widget.replaceWith(place);
    return { place, fresh };
  });
  // What widgets share on a page is let go a moment after the last of them left.
  await new Promise((resolve) => setTimeout(resolve, 50));
  try {
    await work();
  } finally {
    for (const { place, fresh } of places) place.replaceWith(fresh);
  }
}

async function become(personId: string): Promise<void> {
  await withoutWidgets(() => {
    home.choose(personId);
    showPerson();
  });
  const { title, of } = describe(
    people.find(({ id }) => id === personId),
    texts(),
  );
  say(texts().youAre([title, of].join(', ')));
}

function connect(demonstration: Demonstration): void {
  chooser.addEventListener('change', () => void become(chooser.value));
  const { restart } = home;
  byId('demo-reset').hidden = !restart;
  byId('demo-reset').addEventListener('click', () => {
    void withoutWidgets(() => restart?.(demonstration)).then(
      () => say(texts().didReset),
      () => say(texts().failed),
    );
  });
  // Somebody else sits down in another tab: it is one browser, so here too.
  addEventListener('storage', ({ key }) => {
    if (key !== home.storageKey || chooser.value === home.person()) return;
    chooser.value = home.person();
    void become(chooser.value);
  });
}

function connectLooks(): void {
  const themes = byId<HTMLSelectElement>('demo-theme');
  themes.replaceChildren(...THEMES.map(({ id, name }) => new Option(name, id)));
  themes.addEventListener('change', () => choose({ theme: themes.value }));
  const language = byId<HTMLSelectElement>('demo-language');
  language.addEventListener('change', () => choose({ language: language.value as Language }));
  const scheme = byId<HTMLSelectElement>('demo-scheme');
  scheme.addEventListener('change', () => choose({ scheme: scheme.value as Looks['scheme'] }));
  byId('search').addEventListener('submit', (event) => {
    event.preventDefault();
    say(texts().noSearch);
  });
}

async function start(): Promise<void> {
  connectLooks();
  showLooks();
  try {
    const demonstration = await loadDemonstration();
    people = peopleOf(demonstration.file, demonstration.rows);
    // A stranger (a first visit, or a page without a chooser was here before) becomes somebody.
    if (!isKnown(home.person())) home.choose(firstPerson(people));
    await home.begin(demonstration);
    showPeople();
    connect(demonstration);
  } catch (cause) {
    console.error('The demonstration could not start.', cause);
    say(texts().failed);
  }
  await import(/* @vite-ignore */ LIBRARY);
}

function isKnown(personId: string): boolean {
  return personId === VISITOR || people.some(({ id }) => id === personId);
}

await start();
