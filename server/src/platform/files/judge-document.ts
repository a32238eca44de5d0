import { DOCUMENT_TYPES } from '@qafila/shared/kernel/document';
import { fileTypeFromBuffer } from 'file-type/core';
import sharp from 'sharp';
import { inspectPdf } from '../pdf/pdf-pages';
import { Problem } from '../problems/problem';

const MB = 1024 * 1024;
const LEAST_WIDTH = 600;
/** A picture of a page, not a bomb: 60 million points at most. */
const MOST_PIXELS = 60_000_000;

/** How large a document may be. */
export interface DocumentLimits {
  readonly limitMb: number;
  readonly limitPages: number;
}
export interface JudgedDocument {
  readonly contentType: string;
  readonly pages: number;
}

/**
 * Opens a document whole: its kind by content, every point of a picture, every page of a PDF.
 * Throws `WRONG_FILE_TYPE`, `TOO_LARGE` or one of the `DOCUMENT_…` problems, each with what to do.
 */
export async function judgeDocument(
  bytes: Buffer,
  { limitMb, limitPages }: DocumentLimits,
): Promise<JudgedDocument> {
  if (bytes.length > limitMb * MB) throw new Problem('TOO_LARGE', { limitMb });
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined || !DOCUMENT_TYPES.includes(type))
    throw new Problem('WRONG_FILE_TYPE', { types: 'PDF, JPEG, PNG' });
  const pages = type === 'application/pdf' ? await pagesOf(bytes, limitPages) : await pictureOf(bytes);
  return { contentType: type, pages };
}

async function pagesOf(bytes: Buffer, limit: number): Promise<number> {
  const found = await inspectPdf(bytes, limit);
  if (found === 'locked') throw new Problem('DOCUMENT_LOCKED');
  if (found === 'broken' || found.pages === 0) throw new Problem('DOCUMENT_NOT_READABLE');
  if (found.pages > limit) throw new Problem('DOCUMENT_TOO_LONG', { pages: found.pages, limit });
  if (found.isActive) throw new Problem('DOCUMENT_ACTIVE');
  return found.pages;
}

async function pictureOf(bytes: Buffer): Promise<number> {
  const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: MOST_PIXELS, sequentialRead: true });
  // The statistics read every point in strips; the picture is never held whole.
  const facts = await Promise.all([picture.metadata(), picture.stats()]).catch(() => null);
  if (!facts) throw new Problem('DOCUMENT_NOT_READABLE');
  const [{ width, height }] = facts;
  if (Math.max(width, height) < LEAST_WIDTH) throw new Problem('DOCUMENT_TOO_SMALL');
  return 1;
}

/**
 * A picture drawn anew in the way it is held, with nothing that a camera writes beside it: place, device, time.
 * Another document comes back as it is.
 */
export async function withoutMetadata(bytes: Buffer, contentType: string): Promise<Buffer> {
  if (contentType === 'image/jpeg') return sharp(bytes).rotate().jpeg({ quality: 90 }).toBuffer();
  if (contentType === 'image/png') return sharp(bytes).rotate().png().toBuffer();
  return bytes;
}
