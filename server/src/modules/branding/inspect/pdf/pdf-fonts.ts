import type { FontUse } from './content-state';
import type { PdfFile } from './pdf-file';
import type { PdfDict } from './pdf-values';

const FILES = ['FontFile', 'FontFile2', 'FontFile3'];

/** A font by its name, without the six letters of a subset, and whether its outlines are in the file. */
export function fontOf(file: PdfFile, dict: PdfDict): FontUse {
  const base = file.name(dict.get('BaseFont')) ?? file.name(dict.get('Name')) ?? 'unnamed';
  const name = base.replace(/^[A-Z]{6}\+/, '').slice(0, 100);
  const kind = file.name(dict.get('Subtype'));
  // Glyphs of a Type 3 font are drawings in the file itself.
  if (kind === 'Type3') return { name, isEmbedded: true };
  const inner = kind === 'Type0' ? file.dict(file.list(dict.get('DescendantFonts'))[0]) : dict;
  const descriptor = file.dict(inner?.get('FontDescriptor'));
  return { name, isEmbedded: descriptor !== null && FILES.some((key) => descriptor.has(key)) };
}
