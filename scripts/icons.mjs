/**
 * Makes `src/ui/icons/`: the icons of Lucide that we draw, each as one path. One shape is laid out and painted for an
 * icon instead of four or five, and a feed of twenty cards has two hundred of them. `--check` only says whether what
 * stands there is what would be made.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './build.mjs';
import { root } from './setup.mjs';

/** Those that something imports, by the names they have at Lucide. */
const NAMES = new Set(
  filesUnder(join(root, 'src')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/ from '[./\w]*\/icons\/([a-z\d-]+)';/g)].map(([, name]) => name),
  ),
);
const folder = join(root, 'src', 'ui', 'icons');

const NUMBER = String.raw`[-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?`;
const BEGIN = new RegExp(String.raw`^m\s*(${NUMBER})[\s,]*(${NUMBER})[\s,]*(?=([-+.\d])?)`, 'i');

/** A path begins where it says: behind another, a small `m` would begin where that one ended. */
function begun(d) {
  return d.replace(BEGIN, (all, x, y, more) => {
    if (all.startsWith('M')) return all;
    return `M${x} ${y}${more === undefined ? '' : 'l'}`;
  });
}

const closed = (points) => `${opened(points)}z`;
const opened = (points) =>
  `M${points
    .trim()
    .split(/[\s,]+/)
    .join(' ')}`;

/** An ellipse as two arcs, from its left. */
const ellipse = (cx, cy, rx, ry) => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;

function rectangle({ x = 0, y = 0, width, height, rx, ry = rx ?? 0 }) {
  const [r, s] = [rx ?? ry, ry];
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (dx, dy) => `a${r} ${s} 0 0 1 ${dx} ${dy}`;
  const [w, h] = [width - 2 * r, height - 2 * s];
  return `M${x + r} ${y}h${w}${corner(r, s)}v${h}${corner(-r, s)}h${-w}${corner(-r, -s)}v${-h}${corner(r, -s)}z`;
}

const numbers = (all) => Object.fromEntries(Object.entries(all).map(([name, value]) => [name, Number(value)]));
const SHAPES = {
  path: ({ d }) => begun(d),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  circle: (all) => ((each) => ellipse(each.cx, each.cy, each.r, each.r))(numbers(all)),
  ellipse: (all) => ((each) => ellipse(each.cx, each.cy, each.rx, each.ry))(numbers(all)),
  rect: (all) => rectangle(numbers(all)),
  polyline: ({ points }) => opened(points),
  polygon: ({ points }) => closed(points),
};
const GEOMETRY = /^(?:d|points|[cr]?[xy][12]?|r|width|height|key)$/;

/** A dot is full of its own stroke already. */
const isDot = (tag, { r, fill }) => tag === 'circle' && fill === 'currentColor' && Number(r) <= 0.5;

/** All shapes of an icon as one. What is filled, or drawn otherwise than the rest, is not to be put together. */
function pathOf(name, node) {
  return node
    .map(([tag, attributes]) => {
      const other = Object.keys(attributes).find((each) => !GEOMETRY.test(each) && !isDot(tag, attributes));
      if (!SHAPES[tag] || other)
        throw new Error(`${name} has a <${tag}> with ${other ?? 'a shape'} that is unknown here`);
      return SHAPES[tag](attributes);
    })
    .join('');
}

async function made() {
  const files = new Map();
  for (const name of NAMES) {
    const { default: node } = await import(`lucide/dist/esm/icons/${name}.mjs`);
    const constant = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const path = pathOf(name, node);
    const said = `export const ${constant} = '${path}';`;
    const fits = said.length <= 120 ? said : `export const ${constant} =\n  '${path}';`;
    files.set(`${name}.ts`, `/** Made by scripts/icons.mjs, of Lucide's (ISC). */\n${fits}\n`);
  }
  return files;
}

const files = await made();
if (process.argv.includes('--check')) {
  const there = readdirSync(folder);
  const wrong = there.filter((file) => readFileSync(join(folder, file), 'utf8') !== files.get(file));
  const missing = [...files.keys()].filter((file) => !there.includes(file));
  if (wrong.length + missing.length > 0) {
    console.error(`src/ui/icons is not what scripts/icons.mjs makes: ${[...wrong, ...missing].join(', ')}`);
    process.exitCode = 1;
  }
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
}
