/** Evidence that was erased, hidden, or closed to whoever writes, while a result was being written. */
import type { Evidence } from './edit-draft';
import type { SpaceClient } from '../../../client/types';
import { askAnew } from '../../../elements/ask-anew';

/** The same, where what is gone says so; nothing of what it was called is kept. Undefined when all of it is there. */
export async function withoutGone(
  client: SpaceClient | undefined,
  evidence: readonly Evidence[],
): Promise<Evidence[] | undefined> {
  if (!client) return undefined;
  const looked = await Promise.all(evidence.map((one) => lookedAt(client, one)));
  return looked.some((one, index) => one !== evidence[index]) ? looked : undefined;
}

/** Without a network nobody knows, and it stays as it is. */
async function lookedAt(client: SpaceClient, one: Evidence): Promise<Evidence> {
  const { kind, id } = one;
  const isGone = kind === 'experience' ? await isNoEvidence(client, id) : await isUnread(client, id);
  return isGone && !one.isGone ? { kind, id, title: '', isGone } : one;
}

/** Its place may have stayed, for what others answered; what is hidden, or waits for approval, is no evidence. */
async function isNoEvidence(client: SpaceClient, id: string): Promise<boolean> {
  const { data, error } = await askAnew(client, 'getExperience', { id });
  if (error) return error.kind === 'notFound';
  return data !== undefined && (data.status !== 'published' || data.hidden !== undefined);
}

async function isUnread(client: SpaceClient, id: string): Promise<boolean> {
  const { error } = await askAnew(client, 'getAgendaItem', { id });
  return error?.kind === 'notFound';
}
