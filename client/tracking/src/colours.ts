type Rgb = readonly [number, number, number];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const READABLE = 4.5;

function parse(hex: string): Rgb | undefined {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  const [, r, g, b] = found ?? [];
  return r && g && b ? [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)] : undefined;
}

const mix = (from: Rgb, to: Rgb, part: number): Rgb => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
  from[2] + (to[2] - from[2]) * part,
];

const text = (rgb: Rgb): string => `rgb(${rgb.map((part) => Math.round(part)).join(' ')})`;

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

const contrast = (a: Rgb, b: Rgb): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

/** The colour, darkened only as far as reading on `ground` needs. */
function readable(colour: Rgb, ground: Rgb): Rgb {
  for (let part = 0; part < 1; part += 0.05) {
    const darker = mix(colour, BLACK, part);
    if (contrast(darker, ground) >= READABLE) return darker;
  }
  return BLACK;
}

/** CSS colours of the page from the brand's two; a colour that is not `#rrggbb` changes nothing. */
export function pageColours(brand: {
  readonly ink: string;
  readonly accent: string;
}): Record<string, string> {
  const accent = parse(brand.accent) ?? parse(brand.ink);
  if (!accent) return {};
  const ground = mix(accent, WHITE, 0.9);
  const ink = readable(parse(brand.ink) ?? BLACK, WHITE);
  return {
    '--ground': text(ground),
    '--brand': text(readable(accent, ground)),
    '--ink': text(ink),
    '--quiet': text(readable(mix(ink, WHITE, 0.4), ground)),
    '--line': text(mix(ground, accent, 0.12)),
  };
}
