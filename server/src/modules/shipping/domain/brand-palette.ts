/** Colours of a paper, derived from the trader's two. Text is always dark enough to read. */
export interface Palette {
  readonly ink: string;
  /** The brand's colour where it may be light: rules, fields. */
  readonly accent: string;
  /** The brand's colour where it is read: at least 4.5 : 1 on white. */
  readonly accentText: string;
  readonly muted: string;
  readonly rule: string;
  readonly tint: string;
}

const READABLE = 4.5;
const DEFAULT_INK = '#1f1a14';

type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb | undefined {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!found) return undefined;
  return [
    Number.parseInt(found[1] ?? '', 16),
    Number.parseInt(found[2] ?? '', 16),
    Number.parseInt(found[3] ?? '', 16),
  ];
}

const format = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const mix = (from: Rgb, to: Rgb, part: number): Rgb => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
  from[2] + (to[2] - from[2]) * part,
];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast of a colour on white paper, WCAG 2.2; 1 for a colour that cannot be read. */
export function contrastOnWhite(hex: string): number {
  const rgb = parse(hex);
  return rgb ? 1.05 / (luminance(rgb) + 0.05) : 1;
}

function readable(hex: string): string {
  const rgb = parse(hex) ?? BLACK;
  for (let part = 0; part < 1; part += 0.05) {
    const darker = format(mix(rgb, BLACK, part));
    if (contrastOnWhite(darker) >= READABLE) return darker;
  }
  return format(BLACK);
}

/** The palette of a brand profile. A colour that is not `#rrggbb` falls back to ink. */
export function paletteOf(colours: { ink: string; accent: string }): Palette {
  const ink = parse(colours.ink) ? readable(colours.ink) : DEFAULT_INK;
  const accent = parse(colours.accent) ?? parse(ink) ?? BLACK;
  const inkRgb = parse(ink) ?? BLACK;
  return {
    ink,
    accent: format(accent),
    accentText: readable(format(accent)),
    muted: readable(format(mix(inkRgb, WHITE, 0.38))),
    rule: format(mix(mix(accent, inkRgb, 0.25), WHITE, 0.8)),
    tint: format(mix(accent, WHITE, 0.92)),
  };
}
