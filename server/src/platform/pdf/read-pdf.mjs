// @ts-check
/**
 * Opens PDFs from outside, one after another, in a thread that its caller ends when one takes too long or too much
 * memory. Work: `inspect` answers { pages, isActive } or a word; `draw` answers the PNG of a page or null.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
// With its worker module in this thread pdf.js looks for no file and starts no further one.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Names that start something or carry another file, where they stand outside of packed streams. */
const ACTIVE_NAMES = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/;
/** Pixels of the longer side of a drawn page. */
const LONG_SIDE = 1800;
const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** @param {Uint8Array} bytes */
const open = (bytes) =>
  getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: true,
    standardFontDataUrl: `${path.join(home, 'standard_fonts')}/`,
    cMapUrl: `${path.join(home, 'cmaps')}/`,
    cMapPacked: true,
    verbosity: 0,
  });

/**
 * @typedef {import('pdfjs-dist').PDFDocumentProxy} Pdf
 * @param {Pdf} file
 * @param {{ bytes: Uint8Array, mostPages: number }} work
 */
async function inspect(file, { bytes, mostPages }) {
  // A file of a hundred thousand pages is refused by its number, before any is read.
  if (file.numPages > mostPages) return { pages: file.numPages, isActive: false };
  let isActive = ACTIVE_NAMES.test(Buffer.from(bytes).toString('latin1'));
  isActive ||= (await file.getJSActions()) !== null || (await file.getAttachments()) !== null;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    await page.getOperatorList();
    const notes = await page.getAnnotations();
    isActive ||= notes.some((note) => note.subtype === 'FileAttachment' || note.subtype === 'RichMedia');
    isActive ||= (await page.getJSActions()) !== null;
    page.cleanup();
  }
  return { pages: file.numPages, isActive };
}

/** @param {Pdf} file @param {number} number */
async function draw(file, number) {
  if (number > file.numPages) return null;
  const page = await file.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONG_SIDE / Math.max(plain.width, plain.height) });
  const factory = /** @type {any} */ (file.canvasFactory);
  const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: drawn.canvas, canvasContext: drawn.context, viewport }).promise;
  return drawn.canvas.toBuffer('image/png');
}

/** @param {unknown} error */
const wordOf = (error) =>
  error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';

/** @param {import('./pdf-threads').PdfWork} work */
async function answer(work) {
  const loading = open(work.bytes);
  try {
    const file = await loading.promise;
    return work.task === 'draw' ? await draw(file, work.number) : await inspect(file, work);
  } catch (error) {
    return wordOf(error);
  } finally {
    await loading.destroy();
  }
}

parentPort?.on('message', async (work) => parentPort?.postMessage(await answer(work)));
