/** Where everything of a rose lies: pure numbers, in the units of its picture. */

export interface Shape {
  width: number;
  height: number;
  x: number;
  y: number;
  /** The edge of the core is 0 %. */
  core: number;
  /** The outer ring is 100 %. */
  outer: number;
  /** On this circle stand the signs of the drivers. */
  signs: number;
}

/** With names around it: room for words beside the ring. */
export const LARGE: Shape = { width: 672, height: 640, x: 336, y: 338, core: 90, outer: 220, signs: 276 };
/** A picture above the rows: signs only. */
export const SMALL: Shape = { width: 300, height: 300, x: 150, y: 154, core: 29, outer: 113, signs: 130 };

/** All petals are equally wide: this part of half their sector on each side. */
const PART_OF_SECTOR = 0.9;

interface Point {
  x: number;
  y: number;
}

function polar({ x, y }: Shape, angle: number, radius: number): Point {
  return { x: x + Math.sin(angle) * radius, y: y - Math.cos(angle) * radius };
}

const at = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The radius at which a share of 0 to 1 ends. */
export function radiusOf({ core, outer }: Shape, share: number): number {
  return core + Math.min(1, Math.max(0, share)) * (outer - core);
}

/** The outline of petal `index` of `count`, from the core to its share: a round leaf on a round core. */
export function petalPath(shape: Shape, index: number, count: number, share: number): string {
  const { core } = shape;
  const middle = (2 * Math.PI * index) / count;
  const half = (PART_OF_SECTOR * Math.PI) / count;
  // Even a share of nothing keeps a rim: a petal that is not there looks like a driver that is not.
  const tip = Math.max(radiusOf(shape, share), core + 3);
  const length = tip - core;
  // With few drivers a sector is so wide that a leaf filling it would be a ring: its crown is bounded.
  const crown = Math.min(0.79 * core + 0.495 * length, 0.62 * tip) * Math.sin(half);
  const shoulder = core + 0.63 * length;
  const side = (sign: -1 | 1) => ({
    base: polar(shape, middle + sign * half, core),
    shoulder: polar(shape, middle + sign * half * 1.055, shoulder),
    crown: polar(shape, middle + sign * Math.atan2(crown, tip), Math.hypot(crown, tip)),
  });
  const [left, right] = [side(-1), side(1)];
  return (
    `M${at(left.base)}C${at(left.shoulder)} ${at(left.crown)} ${at(polar(shape, middle, tip))}` +
    `C${at(right.crown)} ${at(right.shoulder)} ${at(right.base)}A${core} ${core} 0 0 0 ${at(left.base)}Z`
  );
}

/** Where the sign of a driver stands, as percentages of the picture. */
export function signPlace(shape: Shape, index: number, count: number): { x: string; y: string } {
  const { x, y } = polar(shape, (2 * Math.PI * index) / count, shape.signs);
  return { x: `${((x / shape.width) * 100).toFixed(2)}%`, y: `${((y / shape.height) * 100).toFixed(2)}%` };
}

/** Small strokes around the outer ring, as on a compass; every third is longer. */
export function ticks(shape: Shape, count = 60): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    const end = shape.outer + (index % 3 === 0 ? 5 : 3);
    return `M${at(polar(shape, angle, shape.outer))}L${at(polar(shape, angle, end))}`;
  }).join('');
}
