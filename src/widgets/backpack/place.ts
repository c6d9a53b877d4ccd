import { oneOf } from '../../elements/configuration';
import { isId } from '../../model/id';

/** What the widget shows: the feed, one experience, or a part instead of them. */
export type Place = 'feed' | 'one' | 'new' | 'edit' | 'mine' | 'moderation';

export interface Visitor {
  mayWrite: boolean;
  isCoreTeam: boolean;
}

/** By the page's address, else by what an editor chose. What is not for this visitor is the feed. */
export function placeOf(
  [name, id]: readonly string[],
  view: string | undefined,
  { mayWrite, isCoreTeam }: Visitor,
  warn: (message: string) => void,
): Place {
  switch (name) {
    case undefined:
      return oneOf(view, ['feed', 'mine'] as const, 'feed', warn, 'view');
    case 'new':
      return mayWrite ? name : 'feed';
    case 'edit':
      return mayWrite && isId(id) ? name : 'feed';
    case 'moderation':
      return isCoreTeam ? name : 'feed';
    case 'mine':
      return name;
    default:
      return name !== 'filter' && isId(name) ? 'one' : 'feed';
  }
}

/** `limit`: so many at first, from 1; undefined when an editor said nothing, or nothing that counts. */
export function limitOf(
  limit: number | string | undefined,
  most: number,
  warn: (message: string) => void,
): number | undefined {
  const said = String(limit ?? '').trim();
  if (said === '') return undefined;
  if (/^\d+$/.test(said) && Number(said) >= 1) return Math.min(Number(said), most);
  warn(`limit="${said}" is not 1 to ${String(most)}; it is left out.`);
  return undefined;
}
