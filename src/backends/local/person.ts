import type { Id } from '../../model/types';
import { isId } from '../../model/id';
import { newId } from '../../model/new-id';

const KEY = 'samen-local-person';
let inThisPage: Id | undefined;

/** Who sits at this browser, for `local:`: chosen on the page, else a new person the first time. */
export function localPerson(): Id {
  const kept = read();
  if (kept) return kept;
  inThisPage ??= newId();
  write(inThisPage);
  return inThisPage;
}

/** Sits somebody else at this browser. Elements on the page notice when they are opened again. */
export function chooseLocalPerson(personId: Id): void {
  inThisPage = personId;
  write(personId);
}

function read(): Id | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept !== null && isId(kept) ? kept : undefined;
  } catch {
    return inThisPage;
  }
}

function write(personId: Id): void {
  try {
    localStorage.setItem(KEY, personId);
  } catch {
    // Blocked: who it is lasts as long as the page.
  }
}
