const READABLE = 4.5;

function luminance(hex: string): number | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)?.slice(1);
  if (!parts) return null;
  const [r = 0, g = 0, b = 0] = parts.map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Ground and writing of the brand's panel: its own two colours where they can be read, else white or black on its ink. */
export function brandPanel(brand: { readonly ink: string; readonly accent: string }): {
  readonly ground: string;
  readonly writing: string;
} {
  const ground = luminance(brand.ink);
  if (ground === null) return { ground: '#1d1a16', writing: '#ffffff' };
  const accent = luminance(brand.accent);
  const contrast =
    accent === null ? 0 : (Math.max(accent, ground) + 0.05) / (Math.min(accent, ground) + 0.05);
  if (contrast >= READABLE) return { ground: brand.ink, writing: brand.accent };
  return { ground: brand.ink, writing: ground > 0.18 ? '#000000' : '#ffffff' };
}
