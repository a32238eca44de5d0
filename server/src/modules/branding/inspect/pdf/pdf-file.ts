import { Refusal } from '../refusal';
import { unpack } from './pdf-filters';
import { PdfLexer } from './pdf-lexer';
import {
  isDict,
  nameOf,
  numberOf,
  type PdfDict,
  PdfRef,
  PdfStream,
  type PdfValue,
  PdfWord,
} from './pdf-values';

const MOST_OBJECTS = 200_000;
/** What all object streams of a file may unpack to: objects are dictionaries, not pictures. */
const MOST_PACKED = 48 * 1024 * 1024;
const OBJECT = /(\d+)[\s\0]+(\d+)[\s\0]+obj/y;

/**
 * The objects of a PDF, read from its first byte to its last instead of by its table: what a table leaves out is
 * looked at too. Of several versions of an object the last one counts, as in an updated file.
 */
export class PdfFile {
  readonly objects = new Map<number, PdfValue>();
  /** Every version of every object, those that were replaced among them. */
  readonly everything: PdfValue[] = [];
  private readonly trailers: PdfDict[] = [];
  private packed = 0;
  private readonly text: string;

  constructor(private readonly bytes: Buffer) {
    this.text = bytes.toString('latin1');
    this.scan();
  }

  resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let found = value;
    for (let hops = 0; found instanceof PdfRef; hops += 1) {
      if (hops > 32) throw new Refusal('pdf_bomb');
      found = this.objects.get(found.number) ?? null;
    }
    return found;
  };

  dict(value: PdfValue | undefined): PdfDict | null {
    const found = this.resolve(value);
    if (found instanceof PdfStream) return found.dict;
    return isDict(found) ? found : null;
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : [];
  }

  number(value: PdfValue | undefined): number | null {
    return numberOf(this.resolve(value));
  }

  name(value: PdfValue | undefined): string | null {
    return nameOf(this.resolve(value));
  }

  get isEncrypted(): boolean {
    return this.trailers.some((trailer) => (trailer.get('Encrypt') ?? null) !== null);
  }

  get info(): PdfDict | null {
    return this.dict(this.trailers.findLast((trailer) => trailer.has('Info'))?.get('Info'));
  }

  get root(): PdfDict {
    const root = this.dict(this.trailers.findLast((trailer) => trailer.has('Root'))?.get('Root'));
    if (root === null) throw new Refusal('broken');
    return root;
  }

  private scan(): void {
    const lexer = new PdfLexer(this.bytes);
    for (;;) {
      lexer.skipBlanks();
      if (lexer.at >= this.bytes.length) return;
      OBJECT.lastIndex = lexer.at;
      const hit = OBJECT.exec(this.text);
      if (hit !== null) this.readObject(lexer, Number(hit[1]), hit[0].length);
      else this.readOther(lexer);
    }
  }

  private readObject(lexer: PdfLexer, number: number, head: number): void {
    lexer.at += head;
    const value = lexer.read(true);
    if (value === undefined || value instanceof PdfWord) return;
    const next = this.text.slice(lexer.at, lexer.at + 32);
    const start = /^[\s\0]*stream(\r\n|\n|\r)/.exec(next);
    if (!isDict(value) || start === null) {
      this.keep(number, value);
      return;
    }
    lexer.at += start[0].length;
    const end = this.endOfStream(value, lexer.at);
    const stream = new PdfStream(value, this.bytes.subarray(lexer.at, end));
    lexer.at = end;
    this.keep(number, stream);
    const type = nameOf(value.get('Type'));
    if (type === 'XRef') this.trailers.push(value);
    if (type === 'ObjStm') this.readPacked(stream);
  }

  /** By its length where `endstream` stands there, otherwise by looking for it. */
  private endOfStream(dict: PdfDict, from: number): number {
    const length = numberOf(dict.get('Length'));
    if (
      length !== null &&
      length >= 0 &&
      /^[\s\0]*endstream/.test(this.text.slice(from + length, from + length + 16))
    ) {
      return from + length;
    }
    const end = this.text.indexOf('endstream', from);
    if (end < 0) throw new Refusal('broken');
    return end;
  }

  private readPacked(stream: PdfStream): void {
    const { bytes } = unpack(stream, this.resolve, MOST_PACKED - this.packed);
    this.packed += bytes.length;
    const count = numberOf(stream.dict.get('N')) ?? 0;
    const first = numberOf(stream.dict.get('First')) ?? 0;
    if (count > MOST_OBJECTS || first > bytes.length) throw new Refusal('pdf_bomb');
    const head = new PdfLexer(bytes.subarray(0, first));
    for (let index = 0; index < count; index += 1) {
      const [number, offset] = [head.read(false), head.read(false)];
      if (typeof number !== 'number' || typeof offset !== 'number') throw new Refusal('broken');
      const value = new PdfLexer(bytes, first + offset).read(true);
      if (value !== undefined) this.keep(number, value);
    }
  }

  private keep(number: number, value: PdfValue): void {
    this.objects.set(number, value);
    this.everything.push(value);
    if (this.everything.length > MOST_OBJECTS) throw new Refusal('pdf_bomb');
  }

  private readOther(lexer: PdfLexer): void {
    const value = lexer.read(true);
    if (!(value instanceof PdfWord) || value.text !== 'trailer') return;
    const trailer = lexer.read(true);
    if (!isDict(trailer)) throw new Refusal('broken');
    this.trailers.push(trailer);
    this.everything.push(trailer);
  }
}
