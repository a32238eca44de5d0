import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import { testData } from '../../../../test/support/test-data';
import { type ParsedStatement, parseCamt053 } from '../domain/statements/camt053';
import { NotReadable } from '../domain/statements/xml-node';
import { camtFile, type MadeEntry, type MadeStatement, OUR_IBAN, PAYER_IBAN } from '../testing/camt-file';
import { readXml } from './xml-tree';

const read = (xml: string | Buffer): ParsedStatement[] => parseCamt053(readXml(Buffer.from(xml)));
const one = (made: MadeStatement): ParsedStatement => {
  const [statement] = read(camtFile([made]));
  if (!statement) throw new Error('no statement');
  return statement;
};
const placeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof NotReadable) return error.place;
    throw error;
  }
  return 'readable';
};
const sar = (minor: number) => money(minor, 'SAR');

describe('a camt.053 file', () => {
  it.each(['02', '03', '04', '06', '08', '10'])('is read in version %s', (version) => {
    const [statement] = read(camtFile([{ entries: [{ amount: '12.50' }] }], { version }));
    expect(statement?.lines).toHaveLength(1);
    expect(statement?.proof).toEqual({ ok: true });
  });

  it('is read with a namespace prefix, in UTF-16 and after a byte order mark', () => {
    const made = [{ entries: [{ amount: '12.50', text: 'سداد' }] }];
    const plain = camtFile(made);
    const files = [
      camtFile(made, { prefix: 'c' }),
      Buffer.from(`\ufeff${plain}`, 'utf16le'),
      Buffer.from(`\ufeff${plain}`),
    ];
    for (const file of files) expect(read(file)[0]?.lines[0]?.text).toBe('سداد');
  });

  it('tells account, number, period, balances and lines', () => {
    const statement = one({
      number: 'QD-17',
      entries: [
        {
          amount: '5750.00',
          payerName: 'DAR NOUR & SONS',
          payerIban: PAYER_IBAN,
          text: 'order <7>',
          bankReference: 'B1',
        },
        { amount: '15.00', direction: 'DBIT', text: 'fee' },
      ],
    });
    expect(statement).toMatchObject({
      number: 'QD-17',
      iban: OUR_IBAN,
      from: '2026-11-22',
      to: '2026-11-22',
      opening: sar(100_000),
      movements: sar(573_500),
      closing: sar(673_500),
      proof: { ok: true },
    });
    expect(statement.lines[0]).toMatchObject({
      amount: sar(575_000),
      payerName: 'DAR NOUR & SONS',
      payerIban: PAYER_IBAN,
      text: 'order <7>',
      bankReference: 'B1',
      balanceAfter: sar(675_000),
    });
    expect(statement.lines[1]?.amount).toEqual(sar(-1500));
  });

  it('counts booked entries only', () => {
    const statement = one({ entries: [{ amount: '10.00' }, { amount: '99.00', state: 'PDNG' }] });
    expect(statement.lines.map((line) => line.amount)).toEqual([sar(1000)]);
    expect(statement.proof).toEqual({ ok: true });
  });

  it('takes a reversed credit as money that left, and names the payer it came from', () => {
    const [line] = one({
      entries: [{ amount: '10.00', direction: 'DBIT', reversal: true, payerName: 'ATLAS' }],
    }).lines;
    expect(line).toMatchObject({ amount: sar(-1000), isReversal: true, payerName: 'ATLAS' });
  });

  it('takes PRCD and CLAV where there is no OPBD and CLBD', () => {
    expect(one({ balances: ['PRCD', 'CLAV'], entries: [{ amount: '1.00' }] }).proof).toEqual({ ok: true });
    expect(one({ opening: '-20.00', entries: [{ amount: '50.00' }] }).closing).toEqual(sar(3000));
  });
});

describe('a batch', () => {
  const detail = (amount: string, name: string): string =>
    `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${amount}<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`;
  const batch = (inner: string): MadeEntry => ({
    amount: '30.00',
    bankReference: 'B7',
    details: `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${inner}</NtryDtls>`,
  });

  it('without transactions stays one line', () => {
    expect(one({ entries: [batch('')] }).lines.map((line) => line.amount)).toEqual([sar(3000)]);
  });

  it('with transactions becomes a line each, and each is told apart', () => {
    const inner = detail('<Amt Ccy="SAR">10.00</Amt>', 'A') + detail('<Amt Ccy="SAR">20.00</Amt>', 'B');
    const { lines } = one({ entries: [batch(inner)] });
    expect(lines.map((line) => [line.amount.minor, line.payerName, line.bankReference])).toEqual([
      [1000, 'A', 'B7#1'],
      [2000, 'B', 'B7#2'],
    ]);
  });

  it('whose transactions do not sum to the entry is refused with its place', () => {
    const inner = detail('<Amt Ccy="SAR">10.00</Amt>', 'A') + detail('<Amt Ccy="SAR">19.99</Amt>', 'B');
    expect(placeOf(() => one({ entries: [batch(inner)] }))).toBe('Stmt 1/Ntry 1/TxDtls: sum');
  });

  it('whose transactions tell no amount stays one line', () => {
    expect(one({ entries: [batch(detail('', 'A') + detail('', 'B'))] }).lines).toHaveLength(1);
  });
});

describe('a file that is not readable', () => {
  const proven = camtFile([{ entries: [{ amount: '10.00' }] }]);
  const cases: [string, string, string][] = [
    ['no XML', 'Date,Amount\n2026-11-22,10.00', 'XML 1:1'],
    ['nothing', '', 'XML'],
    ['a tag left open', proven.replace('</Stmt>', ''), 'XML'],
    ['two roots', `${proven}<x/>`, 'XML'],
    [
      'a document type',
      proven.replace('?>', '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
      'DOCTYPE',
    ],
    ['an entity nobody declared', proven.replace('PAYER', '&payer;'), 'entity &payer;'],
    ['a notification', proven.replace('camt.053', 'camt.054'), 'Document: camt.053.001.02–10'],
    ['a version of tomorrow', camtFile([{}], { version: '11' }), 'Document: camt.053.001.02–10'],
    ['no statement', camtFile([]), 'BkToCstmrStmt/Stmt'],
    ['no opening balance', proven.replace('>OPBD<', '>ITBD<'), 'Stmt 1/Bal OPBD|PRCD'],
    [
      'an amount in letters',
      camtFile([{ closing: '0.00', entries: [{ amount: 'ten' }] }]),
      'Stmt 1/Ntry 1/Amt',
    ],
    [
      'a third decimal',
      camtFile([{ closing: '0.00', entries: [{ amount: '10.001' }] }]),
      'Stmt 1/Ntry 1/Amt',
    ],
    [
      'another currency',
      proven.replace('<Ntry><Amt Ccy="SAR"', '<Ntry><Amt Ccy="USD"'),
      'Stmt 1/Ntry 1/Amt Ccy',
    ],
    ['an unknown status', camtFile([{ entries: [{ amount: '1.00', state: 'XXXX' }] }]), 'Stmt 1/Ntry 1/Sts'],
    [
      'a day that is none',
      proven.replace('<BookgDt><Dt>2026-11-22', '<BookgDt><Dt>2026-02-30'),
      'Stmt 1/Ntry 1/BookgDt',
    ],
    ['the same number twice', camtFile([{ number: 'A' }, { number: 'A' }]), 'Stmt 2/Id'],
    ['elements without end', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'XML'],
  ];
  it.each(cases)('says where: %s', (_name, file, place) => {
    expect(placeOf(() => read(file)).startsWith(place)).toBe(true);
  });

  it('leaves the text of a CDATA section as it stands', () => {
    const file = camtFile([{ entries: [{ amount: '1.00', text: 'T&C' }] }]).replace(
      'T&#38;C',
      '<![CDATA[T&C <ok>]]>',
    );
    expect(read(file)[0]?.lines[0]?.text).toBe('T&C <ok>');
  });
});

describe('the proof', () => {
  it('fails by one halala in either direction', () => {
    for (const closing of ['1009.99', '1010.01'])
      expect(one({ closing, entries: [{ amount: '10.00' }] }).proof).toEqual({
        ok: false,
        broken: 'balance',
      });
  });

  it('fails when the summary announces other entries', () => {
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>35</NbOfNtries></TtlNtries></TxsSummry>';
    expect(one({ summary, entries: [{ amount: '10.00' }] }).proof).toEqual({
      ok: false,
      broken: 'summary',
      place: 'Stmt 1/TxsSummry/TtlNtries/NbOfNtries',
    });
  });

  const halalas = fc.integer({ min: 1, max: 900_000_000_000 });
  const entry = fc.record({ minor: halalas, direction: fc.constantFrom('CRDT' as const, 'DBIT' as const) });
  const text = (minor: number): string =>
    `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

  it('holds for every generated statement, and for none with one digit changed', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), fc.nat(), (made, pick) => {
        const entries = made.map(({ minor, direction }) => ({ amount: text(minor), direction }));
        const proven = one({ opening: '5000.00', entries });
        const moved = made.reduce((total, e) => total + (e.direction === 'CRDT' ? e.minor : -e.minor), 0);
        expect(proven.proof).toEqual({ ok: true });
        expect(proven.movements.minor).toBe(moved);
        const at = pick % entries.length;
        const altered = entries.map((e, i) =>
          i === at ? { ...e, amount: text((made[at]?.minor ?? 0) + 1) } : e,
        );
        const closing = text(Math.abs(proven.closing.minor));
        const sign = proven.closing.minor < 0 ? '-' : '';
        expect(one({ opening: '5000.00', closing: sign + closing, entries: altered }).proof.ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

const folder = testData('bank-statements');
const describeFiles = folder === null ? describe.skip : describe;

describeFiles('statements of real banks, read where they lie', () => {
  const file = (name: string): Buffer => readFileSync(resolve(folder ?? '', name));

  it('multi-statement: 2 statements, 8.85 in and 7.00 out, both proven', () => {
    const statements = read(file('camt053-v02-multi-statement.xml'));
    expect(statements.flatMap(({ lines }) => lines.map((line) => line.amount.minor))).toEqual([885, -700]);
    expect(statements.map(({ proof }) => proof)).toEqual([{ ok: true }, { ok: true }]);
    expect(statements[0]?.lines[0]?.text).toContain('Transaction Description 1');
  });

  it('batch: 3 entries of the 35 announced do not prove', () => {
    const [statement, ...others] = read(file('camt053-v02-batch-unproven-totals.xml'));
    expect(others).toEqual([]);
    expect(statement?.lines.map((line) => line.amount.minor)).toEqual([-475_374, 268_800, 500_000]);
    expect(statement?.proof.ok).toBe(false);
  });

  it('a camt.054 notification is no statement', () => {
    expect(placeOf(() => read(file('camt054-v08-batch-txdtls.xml')))).toMatch(/^Document/);
  });
});
