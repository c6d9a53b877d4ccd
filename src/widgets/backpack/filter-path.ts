import type { ExperienceFilter } from '../../contract/experiences';
import { plain } from '../../elements/config';
import { oneOf } from '../../elements/configuration';
import { EXPERIENCE_KINDS } from '../../model/experience-types';
import { isId } from '../../model/id';

/** The filters as they stand in the page's address: `filter/kind/lesson/driver/d-open`. */
export function filterPath({ kind, driver, party }: ExperienceFilter): string[] {
  const said = Object.entries({ kind, driver, party }).flatMap(([name, value]) => (value ? [name, value] : []));
  return said.length > 0 ? ['filter', ...said] : [];
}

/** What an address says of filters; undefined when it says something else. */
export function filterOf([name, ...said]: readonly string[]): ExperienceFilter | undefined {
  if (name !== 'filter') return undefined;
  const filter: ExperienceFilter = {};
  for (let at = 0; at + 1 < said.length; at += 2) {
    const [key, value = ''] = [said[at], said[at + 1]];
    if (key === 'kind') filter.kind = EXPERIENCE_KINDS.find((kind) => kind === value);
    if (key === 'driver' || key === 'party') filter[key] = value;
  }
  return filter;
}

/** The same without what was not chosen: the same question has the same form. */
export function tidy({ kind, driver, party }: ExperienceFilter): ExperienceFilter {
  return { ...(kind ? { kind } : {}), ...(driver ? { driver } : {}), ...(party ? { party } : {}) };
}

/** What an editor chose with attributes; wrong values count as none. */
export function editorsFilter(
  said: { kind: string | undefined; driver: string | undefined; party: string | undefined },
  warn: (message: string) => void,
): ExperienceFilter {
  const kind = plain(said.kind) && oneOf(said.kind, ['', ...EXPERIENCE_KINDS], '', warn, 'kind');
  const id = (value: string | undefined) => (isId(plain(value)) ? plain(value) : undefined);
  return tidy({ kind: kind || undefined, driver: id(said.driver), party: id(said.party) });
}
