import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ParsedStatement } from '../domain/statements/parsed';
import { camtFile, type MadeEntry, type MadeStatement, OUR_IBAN, PAYER_IBAN } from '../testing/camt-file';
import { placeOf, statementsIn as read } from '../testing/read-file';

const one = (made: MadeStatement): ParsedStatement => {
  const [statement] = read(camtFile([made]));
  if (!statement) throw new Error('no statement');
  return statement;
};
describe('a camt.053 file', () => {
  it.each(['02', '03', '04', '06', '08', '10'])('is read in version %s', (version) => {
    const [statement] = read(camtFile([{ entries: [{ amount: '12.50' }] }], { version }));
    expect(statement?.lines).toHaveLength(1);
    expect(statement?.proof).toEqual({ state: 'proven' });
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
      account: OUR_IBAN,
      from: '2026-11-22',
      to: '2026-11-22',
      opening: 100_000n,
      movements: 573_500n,
      closing: 673_500n,
      proof: { state: 'proven' },
    });
    expect(statement.lines[0]).toMatchObject({
      units: 575_000n,
      payerName: 'DAR NOUR & SONS',
      payerIban: PAYER_IBAN,
      text: 'order <7>',
      bankReference: 'B1',
      balanceAfter: 675_000n,
    });
    expect(statement.lines[1]?.units).toEqual(-1500n);
  });

  it('counts booked entries only', () => {
    const statement = one({ entries: [{ amount: '10.00' }, { amount: '99.00', state: 'PDNG' }] });
    expect(statement.lines.map((line) => line.units)).toEqual([1000n]);
    expect(statement.proof).toEqual({ state: 'proven' });
  });

  it('takes a reversed credit as money that left, and names the payer it came from', () => {
    const [line] = one({
      entries: [{ amount: '10.00', direction: 'DBIT', reversal: true, payerName: 'ATLAS' }],
    }).lines;
    expect(line).toMatchObject({ units: -1000n, isReversal: true, payerName: 'ATLAS' });
  });

  it('takes PRCD and CLAV where there is no OPBD and CLBD', () => {
    expect(one({ balances: ['PRCD', 'CLAV'], entries: [{ amount: '1.00' }] }).proof).toEqual({
      state: 'proven',
    });
    expect(one({ opening: '-20.00', entries: [{ amount: '50.00' }] }).closing).toEqual(3000n);
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
    expect(one({ entries: [batch('')] }).lines.map((line) => line.units)).toEqual([3000n]);
  });

  it('with transactions becomes a line each, and each is told apart', () => {
    const inner = detail('<Amt Ccy="SAR">10.00</Amt>', 'A') + detail('<Amt Ccy="SAR">20.00</Amt>', 'B');
    const { lines } = one({ entries: [batch(inner)] });
    expect(lines.map((line) => [line.units, line.payerName, line.bankReference])).toEqual([
      [1000n, 'A', 'B7#1'],
      [2000n, 'B', 'B7#2'],
    ]);
  });

  it('whose transactions do not sum to the entry is refused with its place', () => {
    const inner = detail('<Amt Ccy="SAR">10.00</Amt>', 'A') + detail('<Amt Ccy="SAR">19.99</Amt>', 'B');
    expect(placeOf(() => one({ entries: [batch(inner)] }))).toBe('Stmt 1/Ntry 1/TxDtls: sum');
  });

  it('less its charges becomes a line each of what was booked', () => {
    const charged = (gross: string, charge: string): string =>
      `<Amt Ccy="SAR">${gross}</Amt><Chrgs><Rcrd><Amt Ccy="SAR">${charge}</Amt></Rcrd></Chrgs>`;
    const inner = detail(charged('11.00', '1.00'), 'A') + detail(charged('22.00', '2.00'), 'B');
    expect(one({ entries: [batch(inner)] }).lines.map((line) => line.units)).toEqual([1000n, 2000n]);
    const whole = batch(
      detail('<Amt Ccy="SAR">11.00</Amt>', 'A') + detail('<Amt Ccy="SAR">22.00</Amt>', 'B'),
    );
    const details = `<Chrgs><TtlChrgsAndTaxAmt Ccy="SAR">3.00</TtlChrgsAndTaxAmt></Chrgs>${whole.details}`;
    expect(one({ entries: [{ ...whole, details }] }).lines.map((line) => line.units)).toEqual([3000n]);
  });

  it('of one transaction is what was booked, whatever the charges were', () => {
    const inner = detail('<Amt Ccy="SAR">31.00</Amt><Chrgs><Amt Ccy="SAR">1.00</Amt></Chrgs>', 'A');
    const { lines, proof } = one({ entries: [batch(inner)] });
    expect(lines.map((line) => [line.units, line.payerName, line.bankReference])).toEqual([
      [3000n, 'A', 'B7'],
    ]);
    expect(proof).toEqual({ state: 'proven' });
  });

  it('whose transactions tell no amount stays one line', () => {
    expect(one({ entries: [batch(detail('', 'A') + detail('', 'B'))] }).lines).toHaveLength(1);
  });
});

describe('a file that is not readable', () => {
  const proven = camtFile([{ entries: [{ amount: '10.00' }] }]);
  const cases: [string, string, string][] = [
    ['an empty element', '<a/>', 'Document'],
    ['a tag left open', proven.replace('</Stmt>', ''), 'XML'],
    ['two roots', `${proven}<x/>`, 'XML'],
    [
      'a document type',
      proven.replace('?>', '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
      'DOCTYPE',
    ],
    ['an entity nobody declared', proven.replace('PAYER', '&payer;'), 'XML '],
    ['an account report', proven.replace('camt.053', 'camt.052'), 'Document: camt.053'],
    ['a version of tomorrow', camtFile([{}], { version: '11' }), 'Document: camt.053'],
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
        state: 'broken',
        fault: 'balance',
        place: 'Stmt 1',
      });
  });

  it('fails when the summary announces other entries', () => {
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>35</NbOfNtries></TtlNtries></TxsSummry>';
    expect(one({ summary, entries: [{ amount: '10.00' }] }).proof).toEqual({
      state: 'broken',
      fault: 'other',
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
        expect(proven.proof).toEqual({ state: 'proven' });
        expect(proven.movements).toBe(BigInt(moved));
        const at = pick % entries.length;
        const altered = entries.map((e, i) =>
          i === at ? { ...e, amount: text((made[at]?.minor ?? 0) + 1) } : e,
        );
        const closing = text(Math.abs(Number(proven.closing)));
        const sign = Number(proven.closing) < 0 ? '-' : '';
        expect(one({ opening: '5000.00', closing: sign + closing, entries: altered }).proof.state).toBe(
          'broken',
        );
      }),
      { numRuns: 60 },
    );
  });
});
