/** That an offer lapsed follows from the time, for everybody at once; that it did is written in the log, once. */
import type { Context } from './context';
import { everyRow } from './every-row';
import { expireOffer, offeredUntil } from '../model/ball';
import { newId } from '../model/new-id';

/** For nobody in particular. Whether there was anything. */
export async function expireDue(context: Context): Promise<boolean> {
  const { tx, now } = context;
  const args = { offeredUntil: offeredUntil(now) };
  const due = await everyRow((cursor) => tx.query('offersLapsed', args, { limit: 100, cursor }));
  for (const { id } of due) {
    // Anew, for it may have been accepted, or logged by another, in the meantime. First the item, as every move does.
    const item = await tx.load('agendaItem', id, { lock: true });
    const ball = item && (await tx.load('ball', id, { lock: true }));
    const expired = item && ball && expireOffer(item, ball, { now, newId });
    if (!expired) continue;
    await tx.save('ball', id, ball.version, expired.ball, item.audience);
    await tx.save('handover', expired.handover.id, 0, expired.handover, item.audience);
    tx.changed('ball', id, item.audience);
  }
  return due.length > 0;
}
