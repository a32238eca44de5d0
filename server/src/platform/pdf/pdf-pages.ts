import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api';
import sharp from 'sharp';
import { pdfEngine } from './pdf-engine';

/** A PDF from outside, opened page by page. */
export interface InspectedPdf {
  readonly pages: number;
  /** It holds scripts, other files, or actions that start something. */
  readonly isActive: boolean;
}

/** Names that start something or carry another file, where they stand outside of packed streams. */
const ACTIVE_NAMES = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/;
/** Pixels of the longer side of a drawn page. */
const LONG_SIDE = 1800;
const PICTURE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

async function opened<T>(bytes: Uint8Array, work: (file: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const engine = await pdfEngine();
  const home = dirname(require.resolve('pdfjs-dist/package.json'));
  const task = engine.getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    verbosity: 0,
  });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** Opens every page of a PDF. `locked` needs a password, `broken` cannot be read whole. */
export async function inspectPdf(bytes: Uint8Array): Promise<InspectedPdf | 'locked' | 'broken'> {
  try {
    return await opened(bytes, async (file) => {
      let isActive = ACTIVE_NAMES.test(Buffer.from(bytes).toString('latin1'));
      isActive ||= (await file.getJSActions()) !== null || (await file.getAttachments()) !== null;
      for (let number = 1; number <= file.numPages; number += 1) {
        const page = await file.getPage(number);
        await page.getOperatorList();
        const notes: { subtype?: string }[] = await page.getAnnotations();
        isActive ||= notes.some((note) => note.subtype === 'FileAttachment' || note.subtype === 'RichMedia');
        isActive ||= (await page.getJSActions()) !== null;
        page.cleanup();
      }
      return { pages: file.numPages, isActive };
    });
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';
  }
}

/** One page of a document as PNG: a PDF is drawn, a picture is drawn again, so that nothing else of the file leaves. */
export async function documentPagePng(
  file: { readonly contentType: string; readonly bytes: Buffer },
  number: number,
): Promise<Buffer | null> {
  if (PICTURE_TYPES.has(file.contentType)) return number === 1 ? picturePng(file.bytes) : null;
  return opened(file.bytes, async (document) => {
    if (number > document.numPages) return null;
    const page = await document.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: LONG_SIDE / Math.max(plain.width, plain.height) });
    const factory = document.canvasFactory as CanvasFactory;
    const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: drawn.canvas as never, canvasContext: drawn.context as never, viewport })
      .promise;
    return drawn.canvas.toBuffer('image/png');
  });
}

/** What pdf.js makes pages on outside of a browser; its types know only the browser's. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { readonly canvas: { toBuffer(type: 'image/png'): Buffer }; readonly context: unknown };
}

const picturePng = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes)
    .rotate()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
