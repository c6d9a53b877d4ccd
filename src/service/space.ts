import { found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { requireVersion } from './require-version';
import { jobTitlePeers } from './reads';
import type { Input, Output, SpaceView } from '../contract/operations';
import { refusePartiesWithBalls } from '../model/agenda-item';
import { SamenError } from '../model/errors';
import { newId } from '../model/new-id';
import { demand, mayManageMembers } from '../model/permissions';
import { settingsEntry } from '../model/settings-log';
import { changeSpace as changed, createSpace as created, saveMember as tidied } from '../model/space';
import type { Party, Space } from '../model/types';

const OWN_PARTY: Party = { id: 'eigen-afdeling', kind: 'department', name: 'Onze afdeling', shortName: 'Wij' };

/** A new space; whoever makes it starts as its core team, in a party that the set-up renames. */
export async function createSpace(context: Context, input: Input<'createSpace'>): Promise<SpaceView> {
  const { tx, viewer } = context;
  if (await tx.load('space', viewer.spaceId)) {
    memberOf(context);
    throw new SamenError('conflict', 'The space exists', { reason: 'alreadyExists' });
  }
  const { space, member: maker } = created(
    { ...input, id: viewer.spaceId },
    { id: viewer.personId, name: '', jobTitle: 'kernteam' },
    OWN_PARTY,
  );
  const member = { ...maker, version: 1 };
  await tx.save('space', space.id, 0, space, 'everyone');
  await tx.save('member', member.id, 0, member, 'everyone');
  tx.changed('space', space.id, 'everyone');
  tx.changed('member', member.id, 'everyone');
  return { ...space, jobTitlePeers: 'few' };
}

/** Who may change what stands in the model: phases the core team, settings the admin, and so on. Settings are logged. */
export async function changeSpace(context: Context, input: Input<'changeSpace'>): Promise<SpaceView> {
  const me = memberOf(context);
  const { tx, viewer } = context;
  const space = await loadSpace(context, true);
  const { id: _id, version, ...patch } = input;
  requireVersion(space, version);
  const members = await everyRow((cursor) => tx.query('members', {}, { limit: 100, cursor }));
  const next = changed(patch, {
    space,
    viewer,
    hasOpenRound: (await tx.query('openRound', {})).rows.length > 0,
    partyIdsInUse: [...new Set(members.map((member) => member.partyId))],
  });
  await refuseBalls(context, space, next);
  await tx.save('space', space.id, version, next, 'everyone');
  const entry = settingsEntry(space, next, { entryId: newId(), viewer, today: context.today });
  if (entry) await tx.save('logEntry', entry.id, 0, entry, 'everyone');
  tx.changed('space', space.id, 'everyone');
  return { ...next, jobTitlePeers: await jobTitlePeers(context, me) };
}

/** A party stays until it has no ball any more; whoever takes it away is told of the items that they may read. */
async function refuseBalls(context: Context, before: Space, after: Space): Promise<void> {
  const { tx } = context;
  const partyIds = before.parties.flatMap(({ id }) => (after.parties.some((party) => party.id === id) ? [] : [id]));
  if (partyIds.length === 0) return;
  const balls = await everyRow((cursor) => tx.query('ballsOf', { partyIds }, { limit: 100, cursor }));
  const ids = [...new Set(balls.map(({ id }) => id))];
  const items = await Promise.all(ids.map((id) => tx.load('agendaItem', id)));
  refusePartiesWithBalls(
    ids,
    items.flatMap((item) => (item ? [{ id: item.id, title: item.title }] : [])),
  );
}

export async function saveMember(context: Context, input: Input<'saveMember'>): Promise<Output<'saveMember'>> {
  const { version, ...words } = input;
  const tidy = tidied(words, { space: await loadSpace(context), viewer: context.viewer });
  const current = await context.tx.load('member', input.id, { lock: true });
  requireVersion(current, version);
  const member = { ...tidy, version: version + 1 };
  await context.tx.save('member', input.id, version, member, 'everyone');
  context.tx.changed('member', input.id, 'everyone');
  return member;
}

export async function removeMember(context: Context, input: Input<'removeMember'>): Promise<{ id: string }> {
  demand(mayManageMembers(context.viewer, await loadSpace(context)), context.viewer, 'remove a member');
  requireVersion(found(await context.tx.load('member', input.id, { lock: true })), input.version);
  await context.tx.erase('member', input.id);
  context.tx.changed('member', input.id, 'everyone');
  return { id: input.id };
}
