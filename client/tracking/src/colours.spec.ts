import { describe, expect, it } from '@jest/globals';
import { pageColours } from './colours';

const rgb = (css: string | undefined): number[] => (css ?? '').match(/\d+/g)?.map(Number) ?? [];

function luminance(css: string | undefined): number {
  const [r = 0, g = 0, b = 0] = rgb(css).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('colours of the tracking page', () => {
  it.each(['#ffff00', '#ffffff', '#f5d0e0', '#00ffcc', '#b98f2f', '#000000', '#0a5c8a'])(
    'keeps every text readable for the accent %s',
    (accent) => {
      const made = pageColours({ ink: accent, accent });
      const white = 'rgb(255 255 255)';
      // Rounding to whole parts can take a hair off the exact ratio.
      expect(contrast(made['--brand'], made['--ground'])).toBeGreaterThanOrEqual(4.45);
      expect(contrast(made['--quiet'], made['--ground'])).toBeGreaterThanOrEqual(4.45);
      expect(contrast(made['--ink'], white)).toBeGreaterThanOrEqual(4.45);
    },
  );

  it('leaves the neutral colours when the brand has none that can be read', () => {
    expect(pageColours({ ink: 'gold', accent: 'url(x)' })).toEqual({});
  });
});
