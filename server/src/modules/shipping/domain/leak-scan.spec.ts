import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildDenyList, type DenyListSource } from './deny-list';
import { type ScanResult, scanSurfaces } from './leak-scan';
import { denySource, OTHER_TRADER } from './testing/sample-identities';
import { sampleView } from './testing/sample-views';

const VIEW = sampleView('en');
const scan = (text: string, change: Partial<DenyListSource> = {}): ScanResult =>
  scanSurfaces([{ name: 'slip · text', text }], buildDenyList(denySource(VIEW, change)));

describe('list 1, the seller', () => {
  it.each([
    ['name', 'name', 'Sold by Qafila.'],
    ['name with accents', 'name', 'QÂFILA'],
    ['name spaced out', 'name', 'q a f i l a'],
    ['name inside a word', 'name', 'myqafilashop'],
    ['name backwards', 'name', 'alifaq'],
    ['name in Arabic', 'name', 'من قافلة'],
    ['name with tatweel', 'name', 'قـافـلة'],
    ['name with harakat', 'name', 'قَافِلَة'],
    ['name with zero-width', 'name', 'قا\u200bف\u200dلة'],
    ['a short name as a word', 'name', 'ref QFL 22'],
    ['phone, national', 'phone', '011 482 9931'],
    ['phone in Arabic-Indic digits', 'phone', '٠١١ ٤٨٢ ٩٩٣١'],
    ['phone in Persian digits', 'phone', '۰۱۱۴۸۲۹۹۳۱'],
    ['VAT number', 'vat', 'VAT 3101 2239 3500 003'],
    ['unified number', 'registration', 'C.R. 7001234567'],
    ['IBAN', 'iban', 'SA0380000000608010167519'],
    ['IBAN without its country', 'iban', '8000 0000 6080 1016 7519'],
    ['domain', 'name', 'www.qafila.example'],
    ['address', 'address', '7421 King Fahd Road, Riyadh'],
    ['short address', 'address', 'RQFA7421'],
    ['post box', 'address', 'P.O. Box 88123'],
    ['GTIN', 'gs1', '6112345000018'],
    ['GTIN-14', 'gs1', '16112345000015'],
  ])('is caught: %s', (_name, kind, text) => {
    const { verdict, hits } = scan(text);
    expect(verdict).toBe('blocked');
    expect(hits.map((hit) => hit.kind)).toContain(kind);
    expect(hits.every((hit) => hit.list === 'seller' && hit.surface === 'slip · text')).toBe(true);
  });

  it.each([
    ['a short name inside a word', 'REQFLOW'],
    ["the seller's street in another house", '12 King Fahd Road'],
    ['another article number', '6281234567890'],
    ['a number that only begins like an article', '61123459'],
  ])('is not seen in %s', (name, text) => {
    expect({ name, ...scan(text) }).toMatchObject({
      verdict: name.startsWith('a number') ? 'blocked' : 'pass',
    });
  });

  it('is not excused by a product that bears its name, but by a word that is exactly its name', () => {
    expect(scan('Qafila argan oil', { vocabulary: ['Qafila argan oil'] }).verdict).toBe('blocked');
    expect(scan('قافلة', { vocabulary: ['قافلة'] }).verdict).toBe('pass');
  });

  it('is not excused by the recipient, whose own fields only lift list 2', () => {
    const own = { brand: [], recipient: ['Qafila Stores'], phones: [] };
    expect(scan('Deliver to Qafila Stores', { own }).verdict).toBe('blocked');
  });

  it('shows two letters of what it found and no more', () => {
    expect(scan('Qafila').hits.map((hit) => hit.masked)).toEqual(['qa•••']);
  });

  it('is found whatever separators and unseen marks stand between its letters', () => {
    const between = fc.constantFrom('', ' ', '\u200b', '\u00ad', '.', '-', '\u2068', '\u0301', '\n');
    fc.assert(
      fc.property(fc.array(between, { minLength: 6, maxLength: 6 }), fc.string(), (marks, around) => {
        const name = Array.from('Qafila', (letter, index) => letter + (marks[index] ?? '')).join('');
        expect(scan(`${around} ${name} ${around}`).verdict).toBe('blocked');
      }),
      { numRuns: 200 },
    );
  });
});

describe('list 2, other traders', () => {
  it.each([
    ['name', 'Thank you from Atlas Gifts'],
    ['name', 'هدايا الأطلس'],
    ['mail', 'hello@atlasgifts.example'],
    ['vat', '300987654300003'],
    ['phone', '0126604410'],
  ])('is caught: %s', (kind, text) => {
    const { hits } = scan(text);
    expect(hits.map((hit) => [hit.list, hit.kind])).toContainEqual(['foreign', kind]);
  });

  it('never repeats the foreign name; only the privacy officer learns whose it is', () => {
    const result = scan('Atlas Gifts, hello@atlasgifts.example, 300987654300003');
    const { forPrivacyOfficer, ...forStaff } = result;
    expect(JSON.stringify(forStaff).toLowerCase()).not.toMatch(/atlas|gift|3009|هدايا/);
    expect(new Set(forPrivacyOfficer.map(({ ref }) => ref))).toEqual(new Set([OTHER_TRADER.ref]));
  });

  it('needs two words: a single one may be anybody', () => {
    expect(scan('Cedar from the Atlas').verdict).toBe('pass');
  });

  it('leaves a recipient alone who is that trader, but only in his own fields', () => {
    const own = { brand: [], recipient: ['Atlas Gifts Store'], phones: ['+966126604410'] };
    expect(scan('To: Atlas Gifts Store, +966 12 660 4410', { own }).verdict).toBe('pass');
    expect(scan('To: Atlas Gifts Store. Sold by Atlas Gifts.', { own }).verdict).toBe('blocked');
  });

  it('leaves product names alone', () => {
    expect(scan('1 × Atlas Gifts box of cedar').verdict).toBe('pass');
  });

  it('leaves the own brand alone when another trader bears the same name', () => {
    const own = { brand: ['Atlas Gifts'], recipient: [], phones: [] };
    expect(scan('Atlas Gifts', { own }).verdict).toBe('pass');
  });

  it('searches two thousand traders in a bundle within a second', () => {
    const others = Array.from({ length: 2000 }, (_, index) => ({
      ref: `c${index}`,
      names: [`Trader House ${index} Ltd`],
    }));
    const list = buildDenyList(denySource(VIEW, { others }));
    const bundle = 'const tracked=()=>fetch("/t/"+code).then(show);'.repeat(4000);
    const started = process.hrtime.bigint();
    expect(scanSurfaces([{ name: 'http · body', text: bundle }], list).verdict).toBe('pass');
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(4000);
    expect(
      scanSurfaces([{ name: 'http · body', text: `${bundle}Trader House 1999 Ltd` }], list).verdict,
    ).toBe('blocked');
  });
});
