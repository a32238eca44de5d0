import { describe, expect, it, jest } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { type PdfContent, readPdf } from '../../../platform/pdf/pdf-reader';
import { contrastOnWhite, paletteOf } from '../domain/brand-palette';
import type { RecipientView } from '../domain/recipient-view';
import { sampleView } from '../domain/testing/sample-views';
import { renderPackingSlip } from './packing-slip';
import { renderParcelLabel } from './parcel-label';
import { renderPickList } from './pick-list';

// The first file of a process loads fonts and decoders.
jest.setTimeout(30_000);

const NOW = new Date('2026-11-22T10:00:00Z');
const plain = (text: string): string => text.normalize('NFKC').replace(/\s|\u200d|\u0640/g, '');
const textOf = (pdf: PdfContent): string =>
  plain(pdf.pages.flatMap((page) => page.items.map((item) => item.text)).join(''));

const slip = async (view: RecipientView): Promise<PdfContent> =>
  readPdf(await renderPackingSlip(view, { now: NOW }));
const label = async (view: RecipientView): Promise<PdfContent> =>
  readPdf(await renderParcelLabel(view, { now: NOW }));

describe('the packing slip', () => {
  it('reads right in Arabic, Latin and digits', async () => {
    const text = textOf(await slip(sampleView('ar')));
    for (const part of [
      'دار نور',
      'DAR NOUR',
      'قسيمة التعبئة',
      'Packing slip',
      'نورة بنت عبدالعزيز العتيبي',
      'Noura Al Otaibi',
      '8228شارع الأمير سلطان',
      'المملكة العربية السعودية',
      '+966 55 123 4567',
      'JASA8228',
      'K7M4TX29PQ',
      '22نوفمبر2026',
      'زيت أركان',
      'غسول الطين المغربي ×٢٥',
      'علبة250غ',
      'care@darnour.example',
      'الرياض١٢٢١١',
    ]) {
      expect(text).toContain(plain(part));
    }
  });

  it.each([
    ['en', 'Packing slip', '22 November 2026'],
    ['no', 'Pakkseddel', '22. november 2026'],
    ['fr', 'Bon de livraison', '22 novembre 2026'],
  ] as const)('speaks %s', async (locale, title, date) => {
    const text = textOf(await slip(sampleView(locale)));
    expect(text).toContain(plain(title));
    expect(text).toContain(plain(date));
    expect(text).toContain(plain('+966 55 123 4567'));
  });

  it('carries no price and no currency', async () => {
    for (const locale of LOCALES) {
      expect(textOf(await slip(sampleView(locale)))).not.toMatch(/SAR|ر\.س|ريال|\d+[.,]\d{2}(?!\d)/);
    }
  });

  it('goes over the page with many items and names each once', async () => {
    const view = sampleView('en');
    const items = Array.from({ length: 30 }, (_, index) => ({
      name: `Ghassoul No.${index + 1}/`,
      quantity: 1,
    }));
    const pdf = await slip({ ...view, items });
    expect(pdf.pages.length).toBeGreaterThan(1);
    const text = textOf(pdf);
    for (const item of items) expect(text.split(plain(item.name))).toHaveLength(2);
    expect(text).toContain(`1/${pdf.pages.length}`);
  });

  it('is drawn on A4 too', async () => {
    const bytes = await renderPackingSlip(sampleView('ar'), { now: NOW, size: 'A4' });
    expect(bytes.toString('latin1')).toContain('[0 0 595.27');
  });
});

describe('the parcel label', () => {
  it('reads right in Arabic, Latin and digits', async () => {
    const text = textOf(await label(sampleView('ar')));
    for (const part of [
      'دار نور',
      'DAR NOUR',
      'نورة بنت عبدالعزيز العتيبي',
      'Noura Al Otaibi',
      'جدة23436',
      '+966 55 123 4567',
      'JASA8228',
      'SMSA Express',
      '290 118 442 765',
      'K7M4TX29PQ',
      'ص.ب٢٥٠',
    ]) {
      expect(text).toContain(plain(part));
    }
  });

  it('is 100 × 150 mm and one page, also with a long name and address', async () => {
    const view = sampleView('ar');
    const { recipient } = view;
    const address = {
      ...recipient.address,
      lines: [...recipient.address.lines, ...recipient.address.lines, 'بجوار الجامع'],
    };
    const name = 'عبدالرحمن بن عبدالعزيز بن عبدالمحسن آل الشيخ المتحدة للتجارة والمقاولات';
    const bytes = await renderParcelLabel(
      { ...view, recipient: { ...recipient, name, address } },
      { now: NOW },
    );
    expect(bytes.toString('latin1')).toMatch(/\[0 0 283\.46\d* 425\.19\d*\]/);
    expect((await readPdf(bytes)).pages).toHaveLength(1);
  });

  it('holds the parcel code and the tracking address for a scanner', async () => {
    for (const locale of LOCALES) {
      const view = sampleView(locale);
      const { pages } = await label(view);
      expect([...(pages[0]?.barcodes ?? [])].sort()).toEqual([view.parcel.code, view.parcel.trackingUrl]);
    }
  });
});

describe('all papers', () => {
  it.each(LOCALES)('are the same, byte for byte, a second time: %s', async (locale) => {
    const view = sampleView(locale);
    for (const render of [renderPackingSlip, renderParcelLabel]) {
      expect((await render(view, { now: NOW })).equals(await render(view, { now: NOW }))).toBe(true);
    }
  });

  it('hold every word of the view in a file with nothing in its properties', async () => {
    const pdf = await slip(sampleView('ar'));
    expect(pdf.attachments).toEqual([]);
    expect(pdf.links).toEqual([]);
    expect(pdf.xmp).toBe('');
  });
});

describe('the pick list', () => {
  it('says on every page that it stays in the house, and shows no recipient and no price', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({
      shelf: `A${index}-01`,
      sku: `ARG-030-${index}`,
      name: 'زيت أركان',
      quantity: 6,
    }));
    const view = { locale: 'ar', brandCode: 'DN', parcelCode: 'K7M4TX29PQ', lines } as const;
    const pdf = await readPdf(await renderPickList(view, { now: NOW }));
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const page of pdf.pages) {
      const text = plain(page.items.map((item) => item.text).join(''));
      expect(text).toContain(plain('داخلي · لا يُشحن'));
      expect(text).toContain(plain('INTERNAL · do not ship'));
    }
    expect(textOf(pdf)).toContain('ARG-030-39');
    expect(pdf.pages[0]?.barcodes).toEqual(['K7M4TX29PQ']);
  });
});

describe('a brand palette', () => {
  it.each(['#f2b705', '#ffffff', '#8a6a1f', '#00ffcc', 'nonsense'])(
    'writes in a readable colour: %s',
    (accent) => {
      const palette = paletteOf({ ink: accent, accent });
      for (const colour of [palette.ink, palette.accentText, palette.muted]) {
        expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});
