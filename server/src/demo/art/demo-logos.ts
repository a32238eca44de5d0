import type { LogoSpec } from './draw-logo';

/** Logos of the three demo traders. */
export const demoLogos = {
  darNour: { motif: 'lantern', ink: '#221f1a', accent: '#b08d3e' },
  atlasGifts: { motif: 'gift', ink: '#1d3b3a', accent: '#e08a5b' },
  fjordFonix: { motif: 'phoenix', ink: '#12324f', accent: '#f0a04b' },
} as const satisfies Record<string, LogoSpec>;
