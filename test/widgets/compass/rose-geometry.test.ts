import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LARGE, SMALL, petalPath, radiusOf, signPlace, ticks } from '../../../src/widgets/compass/rose-geometry';
import type { Shape } from '../../../src/widgets/compass/rose-geometry';

const SHAPES = { LARGE, SMALL };
const COUNTS = [3, 4, 5, 6, 7, 8];
const SHARES = [0, 0.01, 0.25, 0.5, 0.75, 1];
/** Coordinates are rounded to a tenth. */
const ROUNDING = 0.15;

interface Polar {
  /** From straight up, clockwise, in parts of a whole turn: 0 up to 1. */
  turn: number;
  radius: number;
}

/** Points along both flanks of a petal, without the foot on the core. */
function outline(shape: Shape, path: string): Polar[] {
  const numbers = (path.split('A')[0] ?? '').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  const points = Array.from({ length: numbers.length / 2 }, (_, n) => [numbers[2 * n] ?? 0, numbers[2 * n + 1] ?? 0]);
  assert.equal(points.length, 7, 'a start and two curves');
  return [0, 3].flatMap((start) =>
    Array.from({ length: 41 }, (_, step) => {
      const t = step / 40;
      const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
      const along = (axis: 0 | 1) =>
        weights.reduce((sum, weight, n) => sum + weight * (points[start + n]?.[axis] ?? Number.NaN), 0);
      return polar(shape, along(0), along(1));
    }),
  );
}

function polar(shape: Shape, x: number, y: number): Polar {
  const turn = Math.atan2(x - shape.x, shape.y - y) / (2 * Math.PI);
  return { turn: (turn + 1) % 1, radius: Math.hypot(x - shape.x, y - shape.y) };
}

/** How far two directions are apart, in parts of a turn. */
function apart(one: number, other: number): number {
  const gap = Math.abs(one - other) % 1;
  return Math.min(gap, 1 - gap);
}

function eachPetal(check: (shape: Shape, points: Polar[], index: number, count: number, share: number) => void): void {
  for (const shape of Object.values(SHAPES))
    for (const count of COUNTS)
      for (const share of SHARES)
        for (let index = 0; index < count; index += 1)
          check(shape, outline(shape, petalPath(shape, index, count, share)), index, count, share);
}

describe('a petal of the rose', () => {
  it('stays outside the core and within the outer ring', () => {
    eachPetal((shape, points, index, count, share) => {
      for (const { radius } of points) {
        const about = `petal ${String(index)} of ${String(count)} at ${String(share)}: ${String(radius)}`;
        // The core itself is drawn three units smaller.
        assert.ok(radius >= shape.core - 3 - ROUNDING, `into the core, ${about}`);
        assert.ok(radius <= shape.outer + ROUNDING, `over the ring, ${about}`);
      }
    });
  });

  it('stays in its own sector, so that two never overlap', () => {
    eachPetal((_shape, points, index, count, share) => {
      for (const { turn, radius } of points) {
        const slack = ROUNDING / radius;
        assert.ok(
          apart(turn, index / count) <= 0.5 / count + slack,
          `petal ${String(index)} of ${String(count)} at ${String(share)} leaves its sector`,
        );
      }
    });
  });

  it('is as long as its share: nothing at the core, everything at the ring', () => {
    eachPetal((shape, points, _index, _count, share) => {
      const longest = Math.max(...points.map(({ radius }) => radius));
      // At least a rim: a driver with a share of nothing is still there.
      const expected = Math.max(radiusOf(shape, share), shape.core + 3);
      assert.ok(Math.abs(longest - expected) < 1, `${String(longest)}, not ${String(expected)}`);
    });
  });

  it('is equal on both sides of the middle of its sector', () => {
    eachPetal((_shape, points, index, count) => {
      const left = points.slice(0, 41);
      const right = points.slice(41).reverse();
      left.forEach((point, n) => {
        const middle = index / count;
        const other = right[n] ?? { turn: 0, radius: 0 };
        assert.ok(Math.abs(apart(point.turn, middle) - apart(other.turn, middle)) < 0.002);
        assert.ok(Math.abs(point.radius - other.radius) < 2 * ROUNDING);
      });
    });
  });
});

describe('the rest of the rose', () => {
  it('takes a share that is no share for the nearest that is', () => {
    assert.equal(radiusOf(LARGE, -1), LARGE.core);
    assert.equal(radiusOf(LARGE, 7), LARGE.outer);
    assert.equal(radiusOf(LARGE, 0.5), (LARGE.core + LARGE.outer) / 2);
  });

  it('has a sign for each driver, outside the ring, within the picture, in the middle of its petal', () => {
    for (const shape of Object.values(SHAPES)) {
      for (const count of COUNTS) {
        for (let index = 0; index < count; index += 1) {
          const { x, y } = signPlace(shape, index, count);
          const [left, top] = [Number.parseFloat(x), Number.parseFloat(y)];
          assert.ok(
            [left, top].every((at) => at >= 0 && at <= 100),
            `${x} ${y}`,
          );
          const { turn, radius } = polar(shape, (left / 100) * shape.width, (top / 100) * shape.height);
          assert.ok(radius > shape.outer);
          assert.ok(apart(turn, index / count) < 0.001);
        }
      }
    }
  });

  it('has its strokes around the ring, never in it', () => {
    const points = (ticks(LARGE).match(/-?[\d.]+ -?[\d.]+/g) ?? []).map((pair) => pair.split(' ').map(Number));
    assert.equal(points.length, 120);
    for (const [x = 0, y = 0] of points) assert.ok(polar(LARGE, x, y).radius >= LARGE.outer - ROUNDING);
  });
});
