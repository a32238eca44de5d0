const channels = (hex: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

/** Mixes two `#rrggbb` colours; `share` from 0 (all `from`) to 1 (all `to`). */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((value, index) =>
    Math.round(value + ((target[index] ?? value) - value) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Moves a colour towards a warm white. */
export const lighten = (hex: string, share: number): string => mix(hex, '#fffaf0', share);

/** Moves a colour towards a warm black. */
export const darken = (hex: string, share: number): string => mix(hex, '#1d120c', share);

/** Perceived brightness from 0 (black) to 255 (white). */
export function brightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
