import sharp from 'sharp';
import { barcodesIn } from '../../../platform/pdf/barcode-reader';
import { type PdfText, readPdf } from '../../../platform/pdf/pdf-reader';
import type { Surface } from '../domain/leak-scan';
import { decodings } from '../domain/text-decodings';

/**
 * All that a PDF tells: text in file order and by place on the page, barcodes as a scanner sees them,
 * Info, XMP, attachments, links, names, what stands between its streams, and the file's name.
 * Throws on a file that cannot be read whole.
 */
export async function surfacesOfPdf(bytes: Uint8Array, fileName: string): Promise<Surface[]> {
  const pdf = await readPdf(bytes);
  const kind = /^([a-z]+)/.exec(fileName)?.[1] ?? 'pdf';
  const at = (part: string): string => `${kind} · ${part}`;
  return [
    ...decodings(at('file name'), fileName),
    ...pdf.pages.flatMap(({ items, barcodes }) => [
      { name: at('text'), text: items.map((item) => item.text).join(' ') },
      { name: at('text'), text: byPlace(items) },
      ...barcodes.flatMap((payload) => decodings(at('barcode'), payload)),
    ]),
    { name: at('info'), text: pdf.info.join('\n') },
    ...decodings(at('XMP'), pdf.xmp),
    ...pdf.attachments.flatMap(({ name, text }) => decodings(at('attachment'), `${name}\n${text}`)),
    ...pdf.links.flatMap((link) => decodings(at('link'), link)),
    { name: at('names'), text: pdf.names.join('\n') },
    { name: at('file structure'), text: pdf.skeleton },
    { name: at('file structure'), text: Buffer.from(pdf.skeleton, 'latin1').toString('utf8') },
  ];
}

/** Lines from top to bottom, each from left to right: letters drawn one by one stand together again. */
const byPlace = (items: readonly PdfText[]): string =>
  [...items]
    .sort((a, b) => Math.round((b.y - a.y) / 2) || a.x - b.x)
    .map((item) => item.text)
    .join(' ');

export interface HttpAnswer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `Set-Cookie` lines, if they are not among the headers. */
  readonly cookies?: readonly string[];
  readonly body: string;
}

/** Address, headers, cookies and body of an answer of the tracking origin: page, bundle, icon, error. */
export function surfacesOfHttp(answer: HttpAnswer): Surface[] {
  const lines = (value: string | readonly string[] | undefined): readonly string[] =>
    typeof value === 'string' ? [value] : (value ?? []);
  return [
    ...decodings('http · address', answer.url),
    ...Object.entries(answer.headers).flatMap(([name, value]) =>
      lines(value).flatMap((line) =>
        decodings(isCookie(name) ? 'http · cookie' : 'http · header', `${name}: ${line}`),
      ),
    ),
    ...(answer.cookies ?? []).flatMap((cookie) => decodings('http · cookie', cookie)),
    ...decodings('http · body', answer.body),
  ];
}

const isCookie = (header: string): boolean => header.toLowerCase().endsWith('cookie');

/** Barcodes, EXIF, XMP, comments and colour profile of a picture: a logo, a product drawing. */
export async function surfacesOfPicture(bytes: Buffer, fileName: string): Promise<Surface[]> {
  const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
  const blocks = [exif, xmp, iptc, icc].filter((block) => block !== undefined);
  const isText = bytes.subarray(0, 256).toString('latin1').includes('<');
  return [
    ...decodings('picture · file name', fileName),
    ...(await barcodesIn(bytes)).flatMap((payload) => decodings('picture · barcode', payload)),
    ...(comments ?? []).map(({ keyword, text }) => ({
      name: 'picture · metadata',
      text: `${keyword} ${text}`,
    })),
    ...blocks.flatMap((block) => [
      { name: 'picture · metadata', text: block.toString('utf8') },
      { name: 'picture · metadata', text: block.toString('utf16le') },
      { name: 'picture · metadata', text: block.toString('latin1') },
    ]),
    ...(isText ? decodings('picture · source', bytes.toString('utf8')) : []),
  ];
}
