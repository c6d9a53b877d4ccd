import type { Texts } from './texts';
import type { DemoRow, LindeveldFile } from '../src/demo-data/lindeveld';
import type { Id, Member } from '../src/model/types';

/** Somebody one can be in the demonstration. Nobody has a name: a job title and a party say enough. */
export interface DemoPerson {
  id: Id;
  jobTitle: string;
  /** Absent for who keeps the intranet and for who does not take part. */
  partyName?: string;
  isCoreTeam: boolean;
}

/** Not a member: for seeing what such a person sees. */
export const VISITOR: Id = 'bezoeker';
export const ADMIN: Id = 'beheer';

/** Everybody in the demonstration, in the order of the parties. */
export function peopleOf(file: LindeveldFile, rows: ReadonlyMap<string, DemoRow>): DemoPerson[] {
  const parties = new Map(file.organisaties.map(({ id, naam }) => [id, naam]));
  return [...rows]
    .filter(([key]) => key.startsWith('member/'))
    .map(([, { row }]) => row as Member)
    .map(({ id, jobTitle, partyId, role }) => ({
      id,
      jobTitle,
      isCoreTeam: role === 'coreTeam',
      ...(role === 'admin' ? {} : { partyName: parties.get(partyId) ?? '' }),
    }));
}

/** The first of the core team: who opens the demonstration sees what can be done. */
export function firstPerson(people: readonly DemoPerson[]): Id {
  return people.find((person) => person.isCoreTeam)?.id ?? people[0]?.id ?? VISITOR;
}

/** The person in words: job title and party. */
export function describe(person: DemoPerson | undefined, texts: Texts): { title: string; of: string } {
  if (!person) return { title: texts.visitor, of: texts.municipality };
  if (person.id === ADMIN) return { title: texts.admin, of: texts.municipality };
  return { title: person.jobTitle, of: person.partyName ?? '' };
}

/** The options of the chooser, grouped by party. */
export function personOptions(people: readonly DemoPerson[], texts: Texts): HTMLOptGroupElement[] {
  const groups = new Map<string, HTMLOptGroupElement>();
  const groupFor = (label: string): HTMLOptGroupElement => {
    const known = groups.get(label);
    if (known) return known;
    const group = document.createElement('optgroup');
    group.label = label;
    groups.set(label, group);
    return group;
  };
  for (const person of people) {
    const number = /\d+$/.exec(person.id)?.[0] ?? '';
    const { title, of } = describe(person, texts);
    const role = person.isCoreTeam ? ` (${texts.coreTeam})` : '';
    if (person.id === ADMIN) groupFor(texts.others).append(new Option(title, person.id));
    else groupFor(of).append(new Option(`${of} ${number}: ${title}${role}`, person.id));
  }
  groupFor(texts.others).append(new Option(texts.visitor, VISITOR));
  return [...groups.values()];
}
