import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ITEMS, PARTIES, PHASES } from '../../../stories/agenda-rows';
import { agendaMoveNl } from '../../../src/locales/agenda-move.nl';
import { agendaNl } from '../../../src/locales/agenda.nl';
import type { AgendaItemView, BallView } from '../../../src/model/agenda-types';
import type { Id, Role } from '../../../src/model/types';
import { phaseOf, verdictOn } from '../../../src/widgets/agenda/move-rules';
import type { Mover, Place, Verdict } from '../../../src/widgets/agenda/move-rules';

const t: Mover['t'] = (key, ...args) => {
  const message: unknown = { ...agendaNl, ...agendaMoveNl }[key];
  return typeof message === 'function' ? String(Reflect.apply(message, undefined, args)) : String(message);
};

function moverOf(partyId: Id, role: Role = 'member'): Mover {
  const party = PARTIES.find(({ id }) => id === partyId);
  assert(party, `there is a party ${partyId}`);
  const member = { id: 'm', partyId, name: '', jobTitle: 'consulent', role };
  return { viewer: { personId: 'm', spaceId: 's', member, party }, phases: PHASES, parties: PARTIES, t };
}

/** In phase 2; Toegang has its ball, and may offer it. */
const [first] = ITEMS;
assert(first);
const withBall = (ball: Partial<BallView>, rest: Partial<AgendaItemView> = {}): AgendaItemView => ({
  ...first,
  ...rest,
  ball: { ...first.ball, ...ball },
});
const held = withBall({ moves: ['progress', 'offer', 'release'] });
const phase = (id: Id): Place => ({ kind: 'phase', id });
const party = (id: Id): Place => ({ kind: 'party', id });
const shut = (words: string): Verdict => ({ is: 'shut', words });

describe('where a card may be put', () => {
  it('in another phase, by the party that has the ball and by the core team', () => {
    const free: Verdict = { is: 'free', words: 'Naar 3. Laten zien' };
    assert.deepEqual(verdictOn(held, phase('f3'), moverOf('access')), free);
    assert.deepEqual(verdictOn(held, phase('f3'), moverOf('work', 'coreTeam')), free);
    const why = shut('Alleen Toegang Zorg en Jeugd en het kernteam kunnen dit punt in een andere fase zetten.');
    assert.deepEqual(verdictOn(held, phase('f3'), moverOf('work')), why);
    assert.deepEqual(verdictOn(held, phase('f3'), moverOf('access', 'admin')), why);
  });

  it('in another phase, by the party that made it while nobody has the ball', () => {
    const { holderId: _holder, ...nobodys } = held.ball;
    const item: AgendaItemView = { ...held, createdByPartyId: 'housing', ball: { ...nobodys, state: 'nobody' } };
    assert.equal(verdictOn(item, phase('f3'), moverOf('housing')).is, 'free');
    assert.deepEqual(
      verdictOn(item, phase('f3'), moverOf('access')),
      shut('Alleen Woningcorporatie en het kernteam kunnen dit punt in een andere fase zetten.'),
    );
  });

  it('not where it is, and not out of the phases', () => {
    assert.deepEqual(verdictOn(held, phase('f2'), moverOf('access')), { is: 'here', words: 'Hier staat het al' });
    assert.deepEqual(verdictOn(held, phase('f2'), moverOf('work')), { is: 'here', words: 'Hier staat het al' });
    assert.deepEqual(verdictOn(held, phase(''), moverOf('access')), shut('Kies een van de fasen.'));
    const lost = { ...held, phaseId: 'gone' };
    assert.equal(phaseOf(lost, PHASES), '');
    assert.equal(verdictOn(lost, phase(''), moverOf('access')).is, 'here');
    assert.equal(verdictOn(lost, phase('f1'), moverOf('access')).is, 'free');
  });

  it('with another party, to which the ball is offered', () => {
    const mover = moverOf('access');
    assert.deepEqual(verdictOn(held, party('work'), mover), { is: 'free', words: 'Bal aanbieden aan Werk en Inkomen' });
    assert.deepEqual(verdictOn(held, party('access'), mover), { is: 'here', words: 'Hier ligt de bal al' });
    assert.deepEqual(verdictOn(held, party(''), mover), shut('De bal loslaten doe je bij het punt zelf.'));
  });

  it('not with a party that does not read it', () => {
    const internal: AgendaItemView = { ...held, audience: 'internal' };
    assert.deepEqual(
      verdictOn(internal, party('housing'), moverOf('access')),
      shut('Woningcorporatie leest dit punt niet mee.'),
    );
    assert.equal(verdictOn(internal, party('work'), moverOf('access')).is, 'free');
  });

  it('with no other party while the ball is not there to be offered, and it is said why', () => {
    const offer = { toPartyId: 'work', note: '', offeredAt: '', lapsesAt: '' };
    const cases: [AgendaItemView, string][] = [
      [withBall({ state: 'none', moves: [] }), 'Dit punt is afgerond. Er is geen bal meer.'],
      [withBall({ moves: [] }, { status: 'paused' }), 'Dit punt is gepauzeerd. De bal rust.'],
      [withBall({ ofItemId: 'a9', moves: ['offer'] }), 'De bal volgt een ander punt. Bied hem daar aan.'],
      [withBall({ state: 'nobody', moves: ['take'] }), 'Niemand heeft de bal. Pak hem eerst op.'],
      [
        withBall({ state: 'offered', offer, moves: ['withdraw'] }),
        'De bal is al aangeboden aan Werk en Inkomen. Trek dat eerst in.',
      ],
      [withBall({ moves: [] }), 'De bal ligt bij Toegang Zorg en Jeugd. Alleen zij kunnen hem aanbieden.'],
    ];
    for (const [item, why] of cases) assert.deepEqual(verdictOn(item, party('welfare'), moverOf('access')), shut(why));
  });

  it('with another party once nobody answered an offer', () => {
    const offer = { toPartyId: 'work', note: '', offeredAt: '', lapsesAt: '' };
    const lapsed = withBall({ state: 'lapsed', offer, moves: ['progress', 'offer', 'release', 'withdraw'] });
    assert.equal(verdictOn(lapsed, party('work'), moverOf('access')).is, 'free');
  });
});
