import bwipjs from 'bwip-js/node';

/** Dark rectangles of a symbol in modules; the symbol is `width` × `height` modules large. */
export interface SymbolPath {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly { x: number; y: number; width: number; height: number }[];
}

/** Code 128 of an ASCII text; one module high, the caller stretches it. Throws on other characters. */
export function code128Path(text: string): SymbolPath {
  const [symbol] = bwipjs.raw('code128', text, '');
  if (!symbol || !('sbs' in symbol)) throw new Error('Code 128: no symbol for this text');
  const bars: SymbolPath['bars'][number][] = [];
  let x = 0;
  symbol.sbs.forEach((modules, index) => {
    if (index % 2 === 0) bars.push({ x, y: 0, width: modules, height: 1 });
    x += modules;
  });
  return { width: x, height: 1, bars };
}

/** QR code, error correction M; dark modules of a row are joined to one bar. */
export function qrPath(text: string): SymbolPath {
  const [symbol] = bwipjs.raw('qrcode', text, 'eclevel=M');
  if (!symbol || !('pixs' in symbol)) throw new Error('QR: no symbol for this text');
  const bars: SymbolPath['bars'][number][] = [];
  for (let y = 0; y < symbol.pixy; y += 1) {
    let from = -1;
    for (let x = 0; x <= symbol.pixx; x += 1) {
      const dark = x < symbol.pixx && symbol.pixs[y * symbol.pixx + x] === 1;
      if (dark && from < 0) from = x;
      if (dark || from < 0) continue;
      bars.push({ x: from, y, width: x - from, height: 1 });
      from = -1;
    }
  }
  return { width: symbol.pixx, height: symbol.pixy, bars };
}
