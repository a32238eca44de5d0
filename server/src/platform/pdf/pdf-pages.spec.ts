import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { documentPagePng, inspectPdf } from './pdf-pages';

async function aPaper(lines: readonly string[], given: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ autoFirstPage: false, ...given });
  const parts: Buffer[] = [];
  paper.on('data', (part: Buffer) => parts.push(part));
  const isWhole = new Promise((resolve) => paper.once('end', resolve));
  for (const line of lines) paper.addPage().text(line);
  paper.end();
  await isWhole;
  return Buffer.concat(parts);
}

const READ = (pages: number) => ({ pages, isActive: false });

describe('papers from outside', () => {
  it('are read one after another, also where one thread ends and the next begins', async () => {
    const paper = await aPaper(['Commercial registration']);
    for (let count = 0; count < 45; count += 1) expect(await inspectPdf(paper, 10)).toEqual(READ(1));
  });

  it('are told apart when more come at once than there are threads', async () => {
    const papers = await Promise.all([1, 2, 3, 4, 5].map((pages) => aPaper(Array(pages).fill('A page'))));
    const read = await Promise.all(papers.map((paper) => inspectPdf(paper, 10)));
    expect(read).toEqual([1, 2, 3, 4, 5].map(READ));
  });

  it('say that they are broken or locked, and the next one is read as if nothing had been', async () => {
    const whole = await aPaper(['VAT certificate']);
    const locked = await aPaper(['Private'], { userPassword: 'tamarind' });
    const broken = whole.subarray(0, whole.length / 3);
    expect(await inspectPdf(broken, 10)).toBe('broken');
    expect(await inspectPdf(locked, 10)).toBe('locked');
    expect(await documentPagePng({ contentType: 'application/pdf', bytes: broken }, 1)).toBeNull();
    expect(await inspectPdf(whole, 10)).toEqual(READ(1));
  });

  it('are drawn page by page; a page that is not there is none', async () => {
    const bytes = await aPaper(['One', 'Two']);
    const draw = (number: number) => documentPagePng({ contentType: 'application/pdf', bytes }, number);
    const [first, second] = [await draw(1), await draw(2)];
    expect(first?.subarray(1, 4).toString()).toBe('PNG');
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
    expect(await draw(3)).toBeNull();
  });
});
