import type { AssetReason } from '@qafila/shared/branding/asset-reasons';
import { Refusal } from '../refusal';
import type { PdfFile } from './pdf-file';
import { isDict, isList, nameOf, type PdfDict, PdfStream, type PdfValue } from './pdf-values';

/** Entries that make a document act, wherever they stand. */
const KEYS: Readonly<Record<string, AssetReason>> = {
  JS: 'pdf_script',
  JavaScript: 'pdf_script',
  AA: 'pdf_action',
  EF: 'pdf_attachment',
  EmbeddedFiles: 'pdf_attachment',
  RichMediaContent: 'pdf_media',
  RichMediaSettings: 'pdf_media',
  XFA: 'pdf_form',
  AcroForm: 'pdf_form',
  OPI: 'pdf_outside',
};
/** Kinds of actions (`/S`), annotations and objects (`/Subtype`, `/Type`). */
const KINDS: Readonly<Record<string, AssetReason>> = {
  JavaScript: 'pdf_script',
  PS: 'pdf_script',
  Launch: 'pdf_action',
  URI: 'pdf_action',
  GoToR: 'pdf_action',
  GoToE: 'pdf_action',
  SubmitForm: 'pdf_action',
  ResetForm: 'pdf_action',
  ImportData: 'pdf_action',
  Named: 'pdf_action',
  Hide: 'pdf_action',
  SetOCGState: 'pdf_action',
  FileAttachment: 'pdf_attachment',
  EmbeddedFile: 'pdf_attachment',
  Rendition: 'pdf_media',
  Movie: 'pdf_media',
  Sound: 'pdf_media',
  Screen: 'pdf_media',
  RichMedia: 'pdf_media',
  RichMediaExecute: 'pdf_media',
  '3D': 'pdf_media',
  GoTo3DView: 'pdf_media',
  Widget: 'pdf_form',
};
/** A second look, byte by byte, at names that stand in no object we parsed. */
const LOOSE: readonly [string, AssetReason][] = [
  ['/JavaScript', 'pdf_script'],
  ['/Launch', 'pdf_action'],
  ['/EmbeddedFile', 'pdf_attachment'],
  ['/RichMedia', 'pdf_media'],
];
const MOST_STEPS = 5_000_000;

/** Throws on a PDF that is locked, acts, carries files or forms, or loads from elsewhere. */
export function guardPdf(file: PdfFile, bytes: Buffer): void {
  if (file.isEncrypted) throw new Refusal('pdf_locked');
  const open = file.resolve(file.root.get('OpenAction'));
  // A place to show first is no action.
  if (isDict(open)) throw new Refusal(nameOf(open.get('S')) === 'JavaScript' ? 'pdf_script' : 'pdf_action');
  const steps = { left: MOST_STEPS };
  for (const value of file.everything) guardValue(value, steps);
  for (const [name, reason] of LOOSE) if (bytes.includes(name)) throw new Refusal(reason);
}

function guardValue(value: PdfValue, steps: { left: number }): void {
  steps.left -= 1;
  if (steps.left < 0) throw new Refusal('pdf_bomb');
  if (value instanceof PdfStream) {
    // The data of the stream lie in another file.
    if ((value.dict.get('F') ?? null) !== null) throw new Refusal('pdf_outside');
    guardDict(value.dict, steps);
  } else if (isDict(value)) guardDict(value, steps);
  else if (isList(value)) for (const each of value) guardValue(each, steps);
}

function guardDict(dict: PdfDict, steps: { left: number }): void {
  for (const key of ['S', 'Subtype', 'Type']) {
    const kind = nameOf(dict.get(key));
    const reason = kind === null || !Object.hasOwn(KINDS, kind) ? undefined : KINDS[kind];
    if (reason !== undefined) throw new Refusal(reason);
  }
  for (const [key, value] of dict) {
    const reason = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (reason !== undefined && value !== null && !isEmpty(value)) throw new Refusal(reason);
    if (key === 'Ref' && nameOf(dict.get('Subtype')) === 'Form') throw new Refusal('pdf_outside');
    guardValue(value, steps);
  }
}

const isEmpty = (value: PdfValue): boolean =>
  (isDict(value) && value.size === 0) || (isList(value) && value.length === 0);
