import { Refusal } from '../refusal';
import { OPERATORS } from './content-operators';
import { type Bench, type ContentPlace, Run } from './content-run';
import { matrixOf, times } from './matrix';
import { unpack } from './pdf-filters';
import { PdfLexer } from './pdf-lexer';
import { inlinePicture, notePicture } from './pdf-pictures';
import { isDict, nameOf, PdfStream, PdfWord } from './pdf-values';

const MOST_OPERATORS = 3_000_000;
const MOST_CONTENT = 64 * 1024 * 1024;
const MOST_NESTED = 20;

/** Reads the content of a page, and of the forms it draws, and notes what a printer asks about. */
export class ContentReader {
  private operators = 0;
  private unpacked = 0;

  constructor(private readonly bench: Bench) {}

  unpack(stream: PdfStream): Buffer {
    const { bytes } = unpack(stream, this.bench.file.resolve, MOST_CONTENT - this.unpacked);
    this.unpacked += bytes.length;
    return bytes;
  }

  read(content: Buffer, place: ContentPlace): void {
    if (place.depth > MOST_NESTED) throw new Refusal('pdf_bomb');
    const run = new Run(this.bench, place);
    const lexer = new PdfLexer(content);
    for (;;) {
      const value = lexer.read(false);
      if (value === undefined) break;
      if (!(value instanceof PdfWord)) run.args.push(value);
      else this.operate(value.text, run, lexer);
    }
    run.close();
  }

  private operate(word: string, run: Run, lexer: PdfLexer): void {
    this.operators += 1;
    if (this.operators > MOST_OPERATORS) throw new Refusal('pdf_bomb');
    if (word === 'BI') inlinePicture(lexer, run);
    else if (word === 'Do') this.draw(run);
    else if (Object.hasOwn(OPERATORS, word)) OPERATORS[word]?.(run, run.numbers());
    run.args = [];
  }

  private draw(run: Run): void {
    const name = run.nameArgument();
    const found = name === null ? undefined : run.resource('XObject', name);
    if (!(found instanceof PdfStream)) return;
    const kind = nameOf(found.dict.get('Subtype'));
    if (kind === 'Image') notePicture(found, run);
    if (kind === 'Form') this.drawForm(found, run);
  }

  private drawForm(form: PdfStream, { look: state, place }: Run): void {
    const { file, painter, findings } = this.bench;
    const matrix = matrixOf(file.list(form.dict.get('Matrix')).map((each) => file.number(each) ?? 0));
    const resources = file.dict(form.dict.get('Resources')) ?? place.resources;
    if (isDict(file.resolve(form.dict.get('Group'))) && state.isSeenThrough) findings.isTransparent = true;
    painter?.save();
    this.read(this.unpack(form), { resources, ctm: times(matrix, state.ctm), depth: place.depth + 1 });
    painter?.restore();
  }
}
