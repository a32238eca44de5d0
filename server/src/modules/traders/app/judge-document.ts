import { DOCUMENT_LIMIT_MB, DOCUMENT_LIMIT_PAGES } from '@qafila/shared/traders/application.rules';
import { fileTypeFromBuffer } from 'file-type/core';
import sharp from 'sharp';
import { inspectPdf } from '../../../platform/pdf/pdf-pages';
import { Problem } from '../../../platform/problems/problem';

const MB = 1024 * 1024;
const TYPES = ['application/pdf', 'image/jpeg', 'image/png'];
const LEAST_WIDTH = 600;
/** A picture of a page, not a bomb: 60 million points at most. */
const MOST_PIXELS = 60_000_000;

export interface JudgedDocument {
  readonly contentType: string;
  readonly pages: number;
}

/**
 * Opens a document whole: its kind by content, every point of a picture, every page of a PDF.
 * Throws `WRONG_FILE_TYPE`, `TOO_LARGE` or one of the `DOCUMENT_…` problems, each with what to do.
 */
export async function judgeDocument(bytes: Buffer): Promise<JudgedDocument> {
  if (bytes.length > DOCUMENT_LIMIT_MB.value * MB)
    throw new Problem('TOO_LARGE', { limitMb: DOCUMENT_LIMIT_MB.value });
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined || !TYPES.includes(type))
    throw new Problem('WRONG_FILE_TYPE', { types: 'PDF, JPEG, PNG' });
  const pages = type === 'application/pdf' ? await pagesOf(bytes) : await pictureOf(bytes);
  return { contentType: type, pages };
}

async function pagesOf(bytes: Buffer): Promise<number> {
  const found = await inspectPdf(bytes, DOCUMENT_LIMIT_PAGES.value);
  if (found === 'locked') throw new Problem('DOCUMENT_LOCKED');
  if (found === 'broken' || found.pages === 0) throw new Problem('DOCUMENT_NOT_READABLE');
  if (found.pages > DOCUMENT_LIMIT_PAGES.value)
    throw new Problem('DOCUMENT_TOO_LONG', { pages: found.pages, limit: DOCUMENT_LIMIT_PAGES.value });
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
