import type { AssetType } from '@qafila/shared/branding/asset-types';

const ascii = (bytes: Buffer, at: number, length: number): string =>
  bytes.subarray(at, at + length).toString('latin1');

/** The type a file is by its first bytes; null for what we do not take. */
export function typeByContent(head: Buffer): AssetType | null {
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (ascii(head, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP') return 'webp';
  if (['II*\0', 'MM\0*'].includes(ascii(head, 0, 4))) return 'tiff';
  if (ascii(head, 0, 5) === '%PDF-') return 'pdf';
  return isSvg(head) ? 'svg' : null;
}

/** SVG has no magic bytes: past a BOM, declaration, comments and DOCTYPE its first element is `svg`. */
function isSvg(head: Buffer): boolean {
  let rest = head.toString('utf8').replace(/^\ufeff/, '');
  for (;;) {
    const before = rest;
    rest = rest
      .trimStart()
      .replace(/^<\?[\s\S]*?\?>/, '')
      .replace(/^<!--[\s\S]*?-->/, '')
      .replace(/^<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>/i, '');
    if (rest === before) return /^<(\w+:)?svg[\s/>]/.test(rest);
  }
}

/** A second kind of file within the first: one program sees a picture, another something else. */
export function isAlsoSomethingElse(bytes: Buffer, type: AssetType): boolean {
  const head = ascii(bytes, 0, 1024);
  const tail = ascii(bytes, Math.max(0, bytes.length - 65_558), 65_558);
  const isPdfToo = type !== 'pdf' && head.includes('%PDF-');
  const isPageToo = type !== 'svg' && /<(script|html|body|iframe|svg|\?php|!doctype)/i.test(head);
  const isZipToo = tail.includes('PK\x05\x06') && ascii(bytes, 0, bytes.length).includes('PK\x03\x04');
  return isPdfToo || isPageToo || isZipToo;
}
