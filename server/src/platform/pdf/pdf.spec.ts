import { describe, expect, it, jest } from '@jest/globals';
import { isolate } from '@qafila/shared/kernel/format';
import fc from 'fast-check';
import { levelRuns, levelsOf, visualOrder } from './bidi-runs';
import { createPdf, type Pdf } from './pdf-document';
import { type PdfText, readPdf } from './pdf-reader';
import { drawTable } from './pdf-table';

// The first file of a process loads fonts and decoders.
jest.setTimeout(30_000);

const NOW = new Date('2026-11-22T10:00:00Z');
const BOX = { x: 30, y: 40, width: 340, size: 12 } as const;

const draw = (paint: (pdf: Pdf) => void): Promise<Buffer> => {
  const pdf = createPdf({ size: 'A5', now: NOW, lang: 'ar' });
  paint(pdf);
  return pdf.end();
};

/** Reads a file back as a person would: blanks inside Arabic come from kerning, joiners are unseen. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s|\u200d/g, '');

async function readBack(
  text: string,
  dir: 'rtl' | 'ltr',
): Promise<{ read: string; items: readonly PdfText[] }> {
  const pdf = await readPdf(await draw((page) => page.text(text, { ...BOX, dir })));
  const items = pdf.pages[0]?.items ?? [];
  return { read: items.map((item) => item.text).join(''), items };
}

/** The items of one line as the eye meets them, from left to right. */
const leftToRight = (items: readonly PdfText[]): string[] =>
  [...items]
    .filter((item) => item.text.trim())
    .sort((a, b) => a.x - b.x)
    .map((item) => plain(item.text));

describe('text drawn and read back', () => {
  it.each([
    ['one word', 'قسيمة التعبئة'],
    ['lam-alef', 'لا إلى الأمل ولآلئ'],
    ['harakat', 'شكرًا، يُسلَّم إلى مُحَمَّد'],
    ['an inserted stroke', 'المملكة العربية السعودية'],
    ['dots', 'ضريبية رقم تجربة بيت ثبت نبت'],
    ['Arabic-Indic digits', 'العدد ٢٥٠ قطعة'],
  ])('Arabic keeps its letters and their order: %s', async (_name, text) => {
    const { read } = await readBack(text, 'rtl');
    expect(plain(read)).toBe(plain(text));
  });

  it.each([
    ['a phone in an Arabic line', 'الجوال', '+966 55 123 4567'],
    ['a SKU', 'رمز الصنف', 'ARG-030-01'],
    ['an IBAN', 'الآيبان', 'SA03 8000 0000 6080 1016 7519'],
    ['a date', 'التاريخ', '22/11/2026'],
    ['a per cent sign', 'الضريبة', '15%'],
    ['a name that ends in a dot', 'الشركة', 'Al-Amal Trading Co.'],
    ['Arabic-Indic digits', 'الكمية', '٢٥'],
  ])('an isolated value keeps its order: %s', async (_name, label, value) => {
    const { read, items } = await readBack(`${label} ${isolate(value)} قطعة`, 'rtl');
    expect(plain(read)).toBe(plain(`${label}${value}قطعة`));
    expect(leftToRight(items)).toEqual(['قطعة', plain(value), plain(label)]);
  });

  it.each(['rtl', 'ltr'] as const)('a hundred random codes keep their digits in %s', async (dir) => {
    const codes = fc.sample(fc.stringMatching(/^[0-9A-Z]{2,5}([-/.][0-9]{2,6}){0,2}$/), {
      numRuns: 100,
      seed: 7,
    });
    const bytes = await draw((pdf) => {
      codes.forEach((code, index) => {
        const place = {
          x: 10 + (index % 4) * 100,
          y: 10 + Math.floor(index / 4) * 20,
          width: 95,
          size: 7,
          dir,
        };
        pdf.text(`رقم ${isolate(code)} قطعة`, place);
      });
    });
    const read = (await readPdf(bytes)).pages[0]?.items.map((item) => plain(item.text)) ?? [];
    expect(codes.filter((code) => !read.includes(code))).toEqual([]);
  });

  it('Arabic-Indic digits run from left to right on the page', async () => {
    const bytes = await draw((pdf) => {
      // Tracking parts the digits, so that each is an item with a place of its own.
      pdf.text(isolate('٢٥٧'), { ...BOX, dir: 'rtl', size: 30, tracking: 30 });
    });
    const items = (await readPdf(bytes)).pages[0]?.items ?? [];
    expect(leftToRight(items).join('')).toBe('٢٥٧');
  });

  it('brackets open towards the text they hold', async () => {
    const { items } = await readBack('صابون (بلدي) أسود', 'rtl');
    // A right-to-left run shows each bracket mirrored; readers hand out the mirrored character.
    expect(plain(items.map((item) => item.text).join(''))).toBe('صابون)بلدي(أسود');
  });

  it('text falls back to a font that has the letter', async () => {
    const { read } = await readBack('Łódź · Fønix · Αθήνα · Киев', 'ltr');
    expect(plain(read)).toBe(plain('Łódź · Fønix · Αθήνα · Киев'));
  });

  it('a letter no font has shows as a question mark, never as nothing', async () => {
    expect((await readBack('A\u{1F980}B', 'ltr')).read).toBe('A?B');
  });
});

describe('lines', () => {
  const pdf = createPdf({ size: 'A5', now: NOW, lang: 'ar' });

  it('wrap within the width, and a word longer than the line is cut', () => {
    const one = pdf.heightOf('Argan', { ...BOX, dir: 'ltr' });
    expect(
      pdf.heightOf('Argan oil from the Souss valley', { ...BOX, width: 70, dir: 'ltr' }),
    ).toBeGreaterThan(one);
    expect(pdf.heightOf('K7M4TX29PQ'.repeat(6), { ...BOX, width: 100, dir: 'ltr' })).toBeGreaterThan(3 * one);
  });

  it('wrap an Arabic text in logical order', async () => {
    const text = 'زيت أركان عضوي معصور على البارد من وادي سوس في جنوب المغرب';
    const bytes = await draw((page) => page.text(text, { ...BOX, width: 110, dir: 'rtl' }));
    const items = (await readPdf(bytes)).pages[0]?.items ?? [];
    expect(new Set(items.filter((item) => item.text.trim()).map((item) => item.y)).size).toBeGreaterThan(2);
    expect(plain(items.map((item) => item.text).join(''))).toBe(plain(text));
  });
});

describe('visual order (UAX 9, L2)', () => {
  it.each([
    ['rtl', 'שלום 12 abc', ['abc', ' ', '12', 'שלום ']],
    ['ltr', 'abc עברית 12', ['abc ', '12', 'עברית ']],
  ] as const)('in a %s paragraph', (dir, text, expected) => {
    const runs = levelRuns(text, levelsOf(text, dir), { start: 0, end: text.length });
    expect(visualOrder(runs).map((run) => run.text)).toEqual(expected);
  });
});

describe('the file', () => {
  const paint = (pdf: Pdf): void => {
    pdf.text('قسيمة Packing slip ٢٥', { ...BOX, dir: 'rtl' });
    pdf.qr('https://track.example/t/abc', { x: 40, y: 90, size: 80 });
    pdf.barcode('K7M4TX29PQ', { x: 40, y: 200, width: 220, height: 40 });
  };

  it('is the same, byte for byte, whatever was drawn before it', async () => {
    const first = await draw(paint);
    await draw((pdf) => pdf.text('هـ المملكة\u00a0العربية', { ...BOX, dir: 'rtl', weight: 'bold' }));
    expect((await draw(paint)).equals(first)).toBe(true);
  });

  it('names no program, author or title and carries no XMP', async () => {
    const bytes = await draw(paint);
    expect(bytes.toString('latin1')).not.toMatch(/PDFKit|Producer|Creator\b|Author|Title|Metadata/);
    const pdf = await readPdf(bytes);
    expect(pdf.xmp).toBe('');
    expect(pdf.info.join(' ')).toContain('D:20261122100000Z');
  });

  it('holds barcodes that a scanner reads', async () => {
    const pdf = await readPdf(await draw(paint));
    expect([...(pdf.pages[0]?.barcodes ?? [])].sort()).toEqual(['K7M4TX29PQ', 'https://track.example/t/abc']);
  });

  it('with an older revision under it is refused by the reader', async () => {
    const bytes = await draw(paint);
    await expect(readPdf(Buffer.concat([bytes, bytes]))).rejects.toThrow('one revision');
  });
});

describe('a table', () => {
  const table = (dir: 'rtl' | 'ltr', rows: number): Promise<Buffer> =>
    draw((pdf) => {
      drawTable(pdf, {
        x: 30,
        y: 40,
        width: 340,
        dir,
        size: 11,
        columns: [
          { heading: 'Item', share: 3 },
          { heading: 'Qty', share: 1, align: 'end' },
        ],
        rows: Array.from({ length: rows }, (_, index) => [{ main: `Soap${index}` }, { main: String(index) }]),
        colours: { ink: '#000000', muted: '#444444', rule: '#cccccc' },
        bottom: 560,
        nextPage: () => {
          pdf.addPage();
          return 40;
        },
      });
    });

  it('runs its columns from the right in a right-to-left paper', async () => {
    const xOf = async (dir: 'rtl' | 'ltr', text: string): Promise<number> =>
      (await readPdf(await table(dir, 1))).pages[0]?.items.find((item) => item.text === text)?.x ??
      Number.NaN;
    expect(await xOf('ltr', 'Item')).toBeLessThan(await xOf('ltr', 'Qty'));
    expect(await xOf('rtl', 'Item')).toBeGreaterThan(await xOf('rtl', 'Qty'));
  });

  it('goes on over the page with its heading and loses no row', async () => {
    const pdf = await readPdf(await table('ltr', 60));
    const texts = pdf.pages.map((page) => page.items.map((item) => item.text));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every((page) => page.includes('Item'))).toBe(true);
    expect(texts.flat().filter((text) => text.startsWith('Soap'))).toHaveLength(60);
  });
});
