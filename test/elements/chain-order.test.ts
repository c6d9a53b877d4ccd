import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chainOrder } from '../../src/elements/chain-order';
import type { ChainKind, ChainLink, ChainStep } from '../../src/model/result-types';

const link = (kind: ChainKind, id: string): ChainLink => ({ kind, id, title: id });
const step = (kind: ChainKind, id: string, distance = 1): ChainStep => ({
  ...link(kind, id),
  via: { kind: 'result', id: 'r1' },
  distance,
});
const said = (chain: Parameters<typeof chainOrder>[0]) =>
  chainOrder(chain).map(
    ({ kind, links, isHere }) => `${kind} ${links.map(({ id }) => id).join('+')}${isHere ? ' here' : ''}`,
  );

describe('the order of a chain', () => {
  it('goes from an experience over its driver and an item to a result, whatever came first in the answer', () => {
    const earlier = [step('agendaItem', 'a1'), step('driver', 'd1'), step('experience', 'e1', 2)];
    assert.deepEqual(said({ of: link('result', 'r1'), earlier, later: [] }), [
      'experience e1',
      'driver d1',
      'agendaItem a1',
      'result r1 here',
    ]);
  });

  it('has what was asked about between what led to it and what followed', () => {
    const chain = {
      of: link('agendaItem', 'a1'),
      earlier: [step('idea', 'i1'), step('experience', 'e1', 2)],
      later: [step('result', 'r1'), step('agendaItem', 'a2')],
    };
    assert.deepEqual(said(chain), ['experience e1', 'idea i1', 'agendaItem a1 here', 'agendaItem a2', 'result r1']);
  });

  it('puts things of one kind at one place, the nearest first', () => {
    const earlier = [step('experience', 'e1'), step('experience', 'e2'), step('experience', 'e3', 2)];
    assert.deepEqual(said({ of: link('need', 'n1'), earlier, later: [] }), ['experience e1+e2+e3', 'need n1 here']);
  });
});
