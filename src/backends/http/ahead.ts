/**
 * The first question of a page, asked before the code that asks is here (`first-look.ts`). Whoever then asks the same
 * gets this answer instead of another one; it means what it would have meant then.
 */
import { isElsewhere } from './elsewhere';

/** The answer of a moment ago. Later than this, the question is asked anew. */
const TAKEN_WITHIN_MS = 10_000;

export interface AnswerAhead {
  response: Response;
  text: string;
}

interface Asked {
  answer: Promise<AnswerAhead>;
  at: number;
}

const asked = new Map<string, Asked>();

/** The manners of every request of this backend (API.md). */
export function withManners(fromElsewhere: boolean, init: RequestInit, token?: string): RequestInit {
  return {
    ...init,
    headers: {
      Accept: 'application/json',
      // A page of another site cannot send it without being asked first (API.md, manners).
      'Samen-Client': '1',
      ...(init.headers as Record<string, string>),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    credentials: token === undefined && fromElsewhere ? 'include' : 'same-origin',
    cache: 'no-store',
    // The API never redirects: whoever does is something else on the way.
    redirect: 'error',
  };
}

/** Asks at an address as `resolveAddress` gives it; once, however many elements want the same. */
export function askAhead(address: string, path: string): Promise<AnswerAhead> {
  const url = address + path;
  const there = asked.get(url);
  if (there) return there.answer;
  const answer = fetch(url, withManners(isElsewhere(address), { method: 'GET' })).then(async (response) => ({
    response,
    text: await response.text(),
  }));
  asked.set(url, { answer, at: Date.now() });
  // Whoever wants it meets the failure.
  answer.catch(() => undefined);
  return answer;
}

/** The answer to what was asked ahead, to one that asks the same; undefined when there is none, or it is old. */
export function takeAhead(url: string): Promise<Response> | undefined {
  const there = asked.get(url);
  asked.delete(url);
  if (!there || Date.now() - there.at > TAKEN_WITHIN_MS) return undefined;
  return there.answer.then(
    ({ text, response: { status, headers } }) => new Response(status === 204 ? null : text, { status, headers }),
  );
}
