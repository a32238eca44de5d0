import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let ready: Promise<unknown> | undefined;

/** The decoder comes from the package on disk; left alone it would fetch it from the network. */
function decoder(): Promise<unknown> {
  ready ??= prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer,
    },
    fireImmediately: true,
  });
  return ready;
}

/**
 * Payloads of all QR codes, Data Matrix, PDF417 and linear barcodes in a picture
 * (PNG, JPEG, WebP or SVG bytes), each once. An unreadable picture throws.
 */
export async function barcodesIn(picture: Uint8Array): Promise<string[]> {
  await decoder();
  const png = await sharp(picture).flatten({ background: '#ffffff' }).png({ compressionLevel: 1 }).toBuffer();
  const found = await readBarcodes(new Uint8Array(png), { tryHarder: true, maxNumberOfSymbols: 32 });
  return [...new Set(found.map((symbol) => symbol.text).filter(Boolean))];
}
