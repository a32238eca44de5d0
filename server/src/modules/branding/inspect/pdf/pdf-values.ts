/** Values of PDF syntax. */
export class PdfName {
  constructor(readonly text: string) {}
}
export class PdfText {
  constructor(readonly bytes: Buffer) {}
}
export class PdfRef {
  constructor(readonly number: number) {}
}
/** A word without a slash: `obj`, `stream`, or an operator of a content stream. */
export class PdfWord {
  constructor(readonly text: string) {}
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly raw: Buffer,
  ) {}
}
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfRef
  | PdfWord
  | PdfStream
  | readonly PdfValue[]
  | PdfDict;

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const nameOf = (value: PdfValue | undefined): string | null =>
  value instanceof PdfName ? value.text : null;
export const numberOf = (value: PdfValue | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
/** Text as a person reads it: UTF-16 with its mark, else one byte a letter. */
export function readableText(value: PdfValue | undefined): string | null {
  if (!(value instanceof PdfText)) return null;
  const { bytes } = value;
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  const text = isUtf16
    ? Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');
  return text.replace(/\p{C}/gu, '').slice(0, 200);
}
