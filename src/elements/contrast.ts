/** A colour in sRGB, each part 0 to 1, with its opacity. */
export type Rgb = readonly [red: number, green: number, blue: number, alpha: number];

const number = (part: string, hundred = 1) =>
  part === 'none' ? 0 : part.endsWith('%') ? (parseFloat(part) / 100) * hundred : parseFloat(part);

const clamp = (value: number) => Math.min(Math.max(value, 0), 1);
const encode = (linear: number) => clamp(linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Björn Ottosson's oklab, as CSS Color 4 has it. */
function fromOklab(lightness: number, a: number, b: number, alpha: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    alpha,
  ];
}

/**
 * A computed colour as numbers. Computed values come in few forms: `rgb()`, `color(srgb …)`, `oklab()`
 * and `oklch()`; anything else is undefined, and what is not understood is left alone. Not by a canvas:
 * browsers that resist fingerprinting give false pixels.
 */
export function parseColor(css: string): Rgb | undefined {
  const match = /^(rgba?|color|oklab|oklch)\(([^)]*)\)$/.exec(css.trim());
  if (!match) return undefined;
  const parts = (match[2] ?? '').replace(/[,/]/g, ' ').split(/\s+/).filter(Boolean);
  if (match[1] === 'color' && parts.shift() !== 'srgb') return undefined;
  const [x, y, z, opacity = '1'] = parts;
  if (x === undefined || y === undefined || z === undefined) return undefined;
  const alpha = clamp(number(opacity));
  switch (match[1]) {
    case 'rgb':
    case 'rgba':
      return [number(x, 255) / 255, number(y, 255) / 255, number(z, 255) / 255, alpha];
    case 'oklab':
      return fromOklab(number(x), number(y, 0.4), number(z, 0.4), alpha);
    case 'oklch': {
      const chroma = number(y, 0.4);
      const hue = (number(z) * Math.PI) / 180;
      return fromOklab(number(x), chroma * Math.cos(hue), chroma * Math.sin(hue), alpha);
    }
    default:
      return [clamp(number(x)), clamp(number(y)), clamp(number(z)), alpha];
  }
}

/** One colour laid over another that is not seen through. */
export function over(front: Rgb, back: Rgb): Rgb {
  const mix = (f: number, b: number) => f * front[3] + b * (1 - front[3]);
  return [mix(front[0], back[0]), mix(front[1], back[1]), mix(front[2], back[2]), 1];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * decode(red) + 0.7152 * decode(green) + 0.0722 * decode(blue);
}

/** The contrast ratio of WCAG 2: 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
