import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { barcodesIn } from './barcode-reader';
import { drawPage, type PdfPicture } from './page-drawing';
import { type PdfEngine, pdfEngine } from './pdf-engine';

/** A piece of text with the left end of its base line, in points from the bottom left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Everything in a PDF file that a reader, or a curious one, can find. */
export interface PdfContent {
  readonly pages: readonly { readonly items: readonly PdfText[]; readonly barcodes: readonly string[] }[];
  /** Info dictionary, custom entries included. */
  readonly info: readonly string[];
  /** The XMP packet as written; empty if there is none. */
  readonly xmp: string;
  readonly attachments: readonly { readonly name: string; readonly text: string }[];
  readonly links: readonly string[];
  /** Names of fonts, layers, destinations, bookmarks and form fields; scripts; alternative texts. */
  readonly names: readonly string[];
  /** What stands outside of streams, byte by byte: older revisions, private entries, comments. */
  readonly skeleton: string;
}

/**
 * Reads a PDF. Throws on what cannot be read whole, so that it never passes for clean: a broken or
 * encrypted file, or one with an older revision under the visible one.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const ends = Buffer.from(bytes).toString('latin1').split('%%EOF').length - 1;
  if (ends !== 1) throw new Error(`PDF: expected one revision, found ${ends}`);
  const engine = await pdfEngine();
  const task = engine.getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  });
  try {
    return await readAll(engine, await task.promise, bytes);
  } finally {
    await task.destroy();
  }
}

async function readAll(engine: PdfEngine, file: PDFDocumentProxy, bytes: Uint8Array): Promise<PdfContent> {
  const pages: PdfContent['pages'][number][] = [];
  const links: string[] = [];
  const names = await documentNames(file);
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const drawn = await pageDrawn(engine, page);
    pages.push({ items: await pageText(page), barcodes: drawn.barcodes });
    names.push(...drawn.fonts);
    const notes = await annotations(page);
    links.push(...notes.links);
    names.push(...notes.texts);
  }
  const { info, metadata } = await file.getMetadata();
  const raw: unknown = metadata?.getRaw();
  return {
    pages,
    info: stringsIn(info),
    xmp: typeof raw === 'string' ? raw : '',
    attachments: await attachments(file),
    links,
    names,
    skeleton: skeletonOf(bytes),
  };
}

async function pageText(page: PDFPageProxy): Promise<PdfText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str
      ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
      : [],
  );
}

async function pageDrawn(
  engine: PdfEngine,
  page: PDFPageProxy,
): Promise<{ barcodes: string[]; fonts: string[] }> {
  const list = await page.getOperatorList();
  const fonts = list.fnArray.flatMap((op, index) => {
    const id: unknown = op === engine.OPS.setFont ? list.argsArray[index]?.[0] : undefined;
    return typeof id === 'string' && page.commonObjs.has(id)
      ? [String(page.commonObjs.get(id)?.name ?? '')]
      : [];
  });
  // Pictures are decoded while the list is read: `get` with a callback waits for them.
  const picture = (id: string): Promise<PdfPicture | undefined> =>
    new Promise((resolve) => {
      const store = id.startsWith('g_') ? page.commonObjs : page.objs;
      store.get(id, (found: PdfPicture | null) => resolve(found ?? undefined));
    });
  const drawing = await drawPage({ ops: engine.OPS, list, view: page.view, picture });
  const barcodes = new Set(await barcodesIn(Buffer.from(drawing.svg)));
  for (const png of drawing.pictures) for (const payload of await barcodesIn(png)) barcodes.add(payload);
  return { barcodes: [...barcodes], fonts: [...new Set(fonts)] };
}

async function annotations(page: PDFPageProxy): Promise<{ links: string[]; texts: string[] }> {
  const found: unknown[] = await page.getAnnotations();
  const all = found.flatMap((annotation) => stringsIn(annotation));
  return { links: all.filter((text) => /^[a-z][a-z0-9+.-]*:/i.test(text)), texts: all };
}

async function attachments(file: PDFDocumentProxy): Promise<PdfContent['attachments']> {
  const found: unknown = await file.getAttachments();
  return Object.entries(found ?? {}).map(([key, value]: [string, unknown]) => {
    const { filename, description, content } = value as {
      filename?: string;
      description?: string;
      content?: Uint8Array;
    };
    const text = new TextDecoder().decode(content ?? new Uint8Array());
    return { name: [key, filename, description].filter(Boolean).join(' '), text };
  });
}

async function documentNames(file: PDFDocumentProxy): Promise<string[]> {
  const layers = await file.getOptionalContentConfig();
  const found: unknown[] = [
    ...[...layers].map(([, group]) => group.name),
    await file.getJSActions(),
    await file.getOpenAction(),
    await file.getOutline(),
    await file.getFieldObjects(),
    await file.getDestinations(),
    await file.getPageLabels(),
  ];
  return found.flatMap((value) => stringsIn(value));
}

/** All texts in a value of any depth, keys of objects included. */
function stringsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...stringsIn(inner, seen),
  ]);
}

/** The file without the content of its streams, one character a byte. */
const skeletonOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/stream\r?\n[\s\S]*?endstream/g, ' ');
