import sharp from 'sharp';
import { inPdfThread } from './pdf-threads';

/** A PDF from outside, opened page by page. */
export interface InspectedPdf {
  readonly pages: number;
  /** It holds scripts, other files, or actions that start something. */
  readonly isActive: boolean;
}

/** Pixels of the longer side of a drawn page. */
const LONG_SIDE = 1800;
const PICTURE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/** Opens every page of a PDF of at most `mostPages`. `locked` needs a password, `broken` cannot be read whole. */
export async function inspectPdf(
  bytes: Uint8Array,
  mostPages: number,
): Promise<InspectedPdf | 'locked' | 'broken'> {
  const answer = await inPdfThread({ task: 'inspect', bytes, mostPages });
  return answer as InspectedPdf | 'locked' | 'broken';
}

/** One page of a document as PNG: a PDF is drawn, a picture is drawn again, so that nothing else of the file leaves. */
export async function documentPagePng(
  file: { readonly contentType: string; readonly bytes: Buffer },
  number: number,
): Promise<Buffer | null> {
  if (PICTURE_TYPES.has(file.contentType)) return number === 1 ? picturePng(file.bytes) : null;
  const answer = await inPdfThread({ task: 'draw', bytes: file.bytes, number });
  return answer instanceof Uint8Array ? Buffer.from(answer) : null;
}

const picturePng = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes)
    .rotate()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
