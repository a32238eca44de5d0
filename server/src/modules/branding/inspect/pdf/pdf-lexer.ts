import { Refusal } from '../refusal';
import { type PdfDict, PdfName, PdfRef, PdfText, type PdfValue, PdfWord } from './pdf-values';

const MOST_DEPTH = 100;
const SPACES = new Set([0, 9, 10, 12, 13, 32]);
const ENDS = new Set([...SPACES, ...Buffer.from('()<>[]{}/%')]);
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads PDF syntax from bytes. Throws a Refusal on what is none. */
export class PdfLexer {
  constructor(
    readonly bytes: Buffer,
    public at = 0,
  ) {}

  skipBlanks(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) this.skipLine();
      else if (!SPACES.has(byte)) return;
    }
  }

  /** The next value; undefined at the end. In files `1 0 R` is a reference; content streams have none. */
  read(hasRefs: boolean, depth = 0): PdfValue | undefined {
    if (depth > MOST_DEPTH) throw new Refusal('pdf_bomb');
    this.skipBlanks();
    if (this.at >= this.bytes.length) return undefined;
    switch (String.fromCharCode(this.bytes[this.at] ?? 0)) {
      case '/':
        return this.name();
      case '(':
        return this.text();
      case '<':
        return this.bytes[this.at + 1] === 0x3c ? this.dict(hasRefs, depth) : this.hex();
      case '[':
        return this.list(hasRefs, depth);
      case ']':
      case '>':
      case '{':
      case '}':
      case ')':
        return this.sign();
      default:
        return this.wordOrNumber(hasRefs);
    }
  }

  /** The bytes up to the next blank or sign. */
  private run(): string {
    const from = this.at;
    while (this.at < this.bytes.length && !ENDS.has(this.bytes[this.at] ?? 0)) this.at += 1;
    return this.bytes.toString('latin1', from, this.at);
  }

  private skipLine(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
      this.at += 1;
  }

  private sign(): PdfWord {
    const isDouble = this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e;
    const text = this.bytes.toString('latin1', this.at, this.at + (isDouble ? 2 : 1));
    this.at += text.length;
    return new PdfWord(text);
  }

  private name(): PdfName {
    this.at += 1;
    const text = this.run().replace(/#([0-9a-f]{2})/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return new PdfName(text);
  }

  private wordOrNumber(hasRefs: boolean): PdfValue {
    const text = this.run();
    if (/^[+-]*(\d+\.?\d*|\.\d+)(-\d*)?$/.test(text)) {
      const value = Number(text.replace(/^[+-]*(?=[+-])/, '').replace(/(?<=\d)-\d*$/, ''));
      return hasRefs && /^\d+$/.test(text) ? this.refOr(value) : value;
    }
    if (text === 'true' || text === 'false') return text === 'true';
    return text === 'null' ? null : new PdfWord(text);
  }

  private refOr(value: number): PdfValue {
    const ahead = this.bytes.toString('latin1', this.at, this.at + 24);
    const hit = /^[\s\0]+\d+[\s\0]+R(?![^\s\0()<>[\]{}/%])/.exec(ahead);
    if (hit === null) return value;
    this.at += hit[0].length;
    return new PdfRef(value);
  }

  private list(hasRefs: boolean, depth: number): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.read(hasRefs, depth + 1);
      if (value === undefined) throw new Refusal('broken');
      if (value instanceof PdfWord && value.text === ']') return values;
      values.push(value);
    }
  }

  private dict(hasRefs: boolean, depth: number): PdfDict {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      const key = this.read(hasRefs, depth + 1);
      if (key instanceof PdfWord && key.text === '>>') return entries;
      if (!(key instanceof PdfName)) throw new Refusal('broken');
      const value = this.read(hasRefs, depth + 1);
      if (value === undefined) throw new Refusal('broken');
      if (value instanceof PdfWord && value.text === '>>') return entries;
      entries.set(key.text, value);
    }
  }

  private hex(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new Refusal('broken');
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/[^0-9a-f]/gi, '');
    this.at = end + 1;
    return new PdfText(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  }

  private text(): PdfText {
    const out: string[] = [];
    let open = 1;
    this.at += 1;
    for (; this.at < this.bytes.length; this.at += 1) {
      const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
      if (sign === '\\') {
        out.push(this.escape());
        continue;
      }
      if (sign === '(') open += 1;
      if (sign === ')') open -= 1;
      if (open === 0) {
        this.at += 1;
        return new PdfText(Buffer.from(out.join(''), 'latin1'));
      }
      out.push(sign);
    }
    throw new Refusal('broken');
  }

  private escape(): string {
    this.at += 1;
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    }
    const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
    if (sign === '\r' && this.bytes[this.at + 1] === 10) this.at += 1;
    return sign === '\r' || sign === '\n' ? '' : (ESCAPED[sign] ?? sign);
  }
}
