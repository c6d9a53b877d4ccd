import type { Context } from './context';

/** A round that is due closes, and what is said of participation is renewed once a day: for whoever asks first. */
export async function keepRound(context: Context): Promise<void> {
  const open = (await context.tx.query('openRound', {})).rows[0];
  if (!open || (context.today <= open.closesOn && context.today <= open.participation.on)) return;
  // Out of reach, it stays as it is until the next who asks: what there is can still be read.
  const keeping = await import('./round-keeping').catch(() => undefined);
  await keeping?.closeOrRenew(context, open.id);
}
