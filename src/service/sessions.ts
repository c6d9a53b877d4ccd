/** Keeping reflection meetings. */
import { seenBy } from './agenda-views';
import { found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { requireVersion } from './require-version';
import { sessionView } from './session-views';
import type { Input } from '../contract/operations';
import type { SessionView } from '../model/agenda-types';
import { SamenError } from '../model/errors';
import type { FieldError } from '../model/errors';
import { demandSession, saveSession as written } from '../model/session';
import type { Session } from '../model/agenda-types';
import type { Id } from '../model/types';

export async function saveSession(context: Context, input: Input<'saveSession'>): Promise<SessionView> {
  memberOf(context);
  const { tx, viewer, today } = context;
  const { version, ...words } = input;
  const previous = await tx.load('session', input.id, { lock: true });
  if (version > 0) found(previous);
  const { parties } = await loadSpace(context);
  const next = written(words, { previous, viewer, parties, today });
  requireVersion(previous, version, previous && (await sessionView(context, previous)));
  await refuseUnknown(context, next, previous);
  await tx.save('session', next.id, version, next, next.audience);
  tx.changed('session', next.id, next.audience);
  return sessionView(context, next);
}

export async function eraseSession(context: Context, input: Input<'eraseSession'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx, viewer } = context;
  const session = found(await tx.load('session', input.id, { lock: true }));
  demandSession(session, viewer);
  requireVersion(session, input.version, await sessionView(context, session));
  await tx.erase('session', session.id);
  tx.changed('session', session.id, session.audience);
  return { id: session.id };
}

/** What it names is there for whoever writes it, or was named before. */
async function refuseUnknown(context: Context, next: Session, previous: Session | undefined): Promise<void> {
  const { agendaItemIds, experienceIds, methodIds, agreements } = next;
  const items = [...agendaItemIds, ...agreements.flatMap(({ agendaItemId }) => agendaItemId ?? [])];
  const seen = await seenBy(context, [{ items, experiences: experienceIds }]);
  const methods = await Promise.all(methodIds.map((id) => context.tx.load('method', id)));
  const known = {
    methodIds: new Set([...methods.flatMap((method) => method?.id ?? []), ...(previous?.methodIds ?? [])]),
    agendaItemIds: new Set([...seen.items, ...(previous?.agendaItemIds ?? [])]),
    experienceIds: new Set([...seen.experiences, ...(previous?.experienceIds ?? [])]),
  };
  const fields: FieldError[] = (['methodIds', 'agendaItemIds', 'experienceIds'] as const).flatMap((key) =>
    next[key].flatMap((id, index) =>
      known[key].has(id) ? [] : [{ pointer: `/${key}/${String(index)}`, code: 'unknown' as const }],
    ),
  );
  agreements.forEach(({ id, agendaItemId }, index) => {
    const was = previous?.agreements.find((each) => each.id === id)?.agendaItemId;
    if (agendaItemId !== undefined && agendaItemId !== was && !seen.items.has(agendaItemId)) {
      fields.push({ pointer: `/agreements/${String(index)}/agendaItemId`, code: 'unknown' });
    }
  });
  if (fields.length > 0) throw new SamenError('invalid', 'It names what is not there', { fields });
}
