import { describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { qrPath } from '../../../platform/pdf/barcode-paths';
import { buildDenyList } from '../domain/deny-list';
import { type ScanResult, scanSurfaces } from '../domain/leak-scan';
import type { RecipientView } from '../domain/recipient-view';
import { denySource } from '../domain/testing/sample-identities';
import { sampleView } from '../domain/testing/sample-views';
import { renderPackingSlip } from './packing-slip';
import { renderParcelLabel } from './parcel-label';
import { surfacesOfPdf, surfacesOfPicture } from './surfaces';
import * as planting from './testing/planting';

// The first file of a process loads fonts and decoders.
jest.setTimeout(30_000);

const NOW = new Date('2026-11-22T10:00:00Z');
const VIEW = sampleView('ar');
const LIST = buildDenyList(denySource(VIEW));
const PAPERS = ['slip', 'label'] as const;
type Kind = (typeof PAPERS)[number];

async function scanPdf(bytes: Buffer, fileName: string): Promise<ScanResult> {
  return scanSurfaces(await surfacesOfPdf(bytes, fileName), LIST);
}
const draw = (kind: Kind, view: RecipientView): Promise<Buffer> =>
  (kind === 'slip' ? renderPackingSlip : renderParcelLabel)(view, { now: NOW });
const found = (result: ScanResult): string[] => result.hits.map((hit) => `${hit.surface} · ${hit.list}`);

/** The same parcel with a text in a place that both papers show. */
const spoken = (text: string): RecipientView => ({
  ...VIEW,
  brand: { ...VIEW.brand, returnAddress: [...VIEW.brand.returnAddress, text] },
});

async function qrPng(text: string): Promise<Buffer> {
  const { width, bars } = qrPath(text);
  const rects = bars
    .map((bar) => `<rect x="${bar.x + 4}" y="${bar.y + 4}" width="${bar.width}" height="1"/>`)
    .join('');
  const side = width + 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}"><rect width="${side}" height="${side}" fill="#fff"/>${rects}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

describe.each(PAPERS)('the %s', (kind) => {
  const file = `${kind}-K7M4TX29.pdf`;

  it('passes when it is clean, and every kind of surface was read', async () => {
    const result = await scanPdf(await draw(kind, VIEW), file);
    expect(found(result)).toEqual([]);
    expect(result.verdict).toBe('pass');
    const parts = ['file name', 'text', 'barcode', 'info', 'XMP', 'names', 'file structure'];
    expect(result.surfaces).toEqual(parts.map((part) => `${kind} · ${part}`));
  });

  it.each([
    ['store name, Latin', 'Qafila', 'name'],
    ['store name, Arabic', 'قافلة', 'name'],
    ['with tatweel', 'قـافـــلة', 'name'],
    ['with harakat', 'قَافِلَةٌ', 'name'],
    ['with zero-width', 'قا\u200bفل\u200cة', 'name'],
    ['between Arabic words', 'هدية من شركة القافلة التجارية معكم', 'name'],
    ['spaced out', 'Q A F I L A', 'name'],
    ['phone in Arabic-Indic digits', '٠١١٤٨٢٩٩٣١', 'phone'],
    ['phone with blanks in an Arabic line', 'هاتف +966 11 482 9931', 'phone'],
    ['VAT number', '310122393500003', 'vat'],
    ['IBAN', 'SA03 8000 0000 6080 1016 7519', 'iban'],
    ['domain', 'www.qafila.example', 'domain'],
    ['mail', 'orders@qafila.example', 'mail'],
    ['address', '7421 King Fahd Road', 'address'],
  ])('is blocked with a planted text: %s', async (_name, text, leaked) => {
    const result = await scanPdf(await draw(kind, spoken(text)), file);
    expect(result.hits).toContainEqual(
      expect.objectContaining({ surface: `${kind} · text`, list: 'seller', kind: leaked }),
    );
  });

  it.each(['Atlas Gifts', 'هدايا الأطلس'])(
    "is blocked with another trader's name and does not repeat it",
    async (name) => {
      const result = await scanPdf(await draw(kind, spoken(name)), file);
      expect(found(result)).toContain(`${kind} · text · foreign`);
      expect(JSON.stringify(result.hits)).not.toMatch(/atlas|هدايا/i);
    },
  );

  it.each([
    ['Info', 'info', planting.inInfo('Author', 'Qafila')],
    ['Info in Arabic', 'info', planting.inInfo('Title', 'فاتورة قافلة')],
    ['own Info entry', 'info', planting.inInfo('Company', 'QÂFILA')],
    ['XMP', 'XMP', planting.inXmp('Qafila')],
    ['attachment', 'attachment', planting.inAttachment('note.txt', 'IBAN SA0380000000608010167519')],
    ['name of an attachment', 'attachment', planting.inAttachment('qafila.txt', 'hello')],
    ['link', 'link', planting.inLink('https://qafila.example/t/1')],
    ['bookmark', 'names', planting.inOutline('Qafila')],
    ['white text', 'text', planting.inHiddenText('Qafila')],
  ])('is blocked with a leak in its %s', async (_name, surface, plant) => {
    const bytes = await planting.withPlanted(plant, () => draw(kind, VIEW));
    expect(found(await scanPdf(bytes, file))).toContain(`${kind} · ${surface} · seller`);
  });

  it('is blocked with a leak in its file name', async () => {
    const bytes = await draw(kind, VIEW);
    expect(found(await scanPdf(bytes, `${kind}-qafila-0012.pdf`))).toEqual([`${kind} · file name · seller`]);
  });

  it('is blocked with a leak in its QR code alone', async () => {
    const parcel = { ...VIEW.parcel, trackingUrl: 'https://qafila.example/t/4fJ9wQz7' };
    const result = await scanPdf(await draw(kind, { ...VIEW, parcel }), file);
    expect(new Set(found(result))).toEqual(new Set([`${kind} · barcode · seller`]));
  });

  it('is blocked with a QR code inside the logo', async () => {
    const brand = { ...VIEW.brand, logoPng: await qrPng('https://qafila.example') };
    const result = await scanPdf(await draw(kind, { ...VIEW, brand }), file);
    expect(new Set(found(result))).toEqual(new Set([`${kind} · barcode · seller`]));
  });

  it('is not read at all when an older revision lies under it', async () => {
    const bytes = await draw(kind, VIEW);
    await expect(scanPdf(Buffer.concat([bytes, Buffer.from('\n%%EOF\n')]), file)).rejects.toThrow(
      'one revision',
    );
  });
});

describe('the linear barcode of a label', () => {
  it('is blocked when its code leaks', async () => {
    const parcel = { ...VIEW.parcel, code: 'QAFILA0012' };
    expect(found(await scanPdf(await draw('label', { ...VIEW, parcel }), 'label.pdf'))).toContain(
      'label · barcode · seller',
    );
  });
});

describe('a picture', () => {
  const scanPicture = async (bytes: Buffer): Promise<string[]> =>
    found(scanSurfaces(await surfacesOfPicture(bytes, 'logo.png'), LIST));
  const blank = (): sharp.Sharp =>
    sharp({ create: { width: 64, height: 64, channels: 3, background: '#8a6a1f' } });

  it('passes when it is clean', async () => {
    expect(await scanPicture(await blank().png().toBuffer())).toEqual([]);
  });

  it('is blocked with a leak in its EXIF', async () => {
    const bytes = await blank()
      .withExif({ IFD0: { Artist: 'Qafila' } })
      .jpeg()
      .toBuffer();
    expect(await scanPicture(bytes)).toContain('picture · metadata · seller');
  });

  it('is blocked with a leak in its QR code', async () => {
    expect(await scanPicture(await qrPng('https://qafila.example'))).toContain('picture · barcode · seller');
  });

  it('is blocked with a leak in the source of a drawing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- Qafila --><rect width="9" height="9"/></svg>';
    expect(await scanPicture(Buffer.from(svg))).toContain('picture · source · seller');
  });
});
