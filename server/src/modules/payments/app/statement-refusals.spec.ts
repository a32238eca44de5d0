import { describe, expect, it } from '@jest/globals';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';
import { NotReadable } from '../domain/statements/not-readable';
import { encoded } from '../testing/encoded';
import { camtOf } from '../testing/made-camt';
import { csvOf } from '../testing/made-csv';
import { mt940Of } from '../testing/made-mt940';
import { truthOf } from '../testing/made-truth';
import { placeOf, statementIn, statementsIn } from '../testing/read-file';

const truth = truthOf(7, 4);
const [najd, hijaz, asir, khaleej, tihama] = INVENTED_DIALECTS;
if (!najd || !hijaz || !asir || !khaleej || !tihama) throw new Error('five dialects are known');

const camt = camtOf(truth, { message: '053', version: '08' });
const mt940 = mt940Of(truth, { style: 'free', envelope: 'none' });
const csv = (dialect = najd): string =>
  csvOf(truth, { dialect, delimiter: ',', newestFirst: false, arabicDigits: false, dateSign: '/' });

/** Where a file says that it is not to be believed: refused while it is read, or read and not proven. */
function faultOf(file: string | Buffer): string {
  let place = '';
  const refused = placeOf(() => {
    const broken = statementsIn(file).find(({ proof }) => proof.state === 'broken');
    place = broken?.proof.state === 'broken' ? broken.proof.place : 'proven';
  });
  return refused === 'readable' ? place : refused;
}
/** The file with one thing changed; a change that changes nothing would test nothing. */
function changed(file: string, from: string | RegExp, to: string): string {
  const other = file.replace(from, to);
  if (other === file) throw new Error(`nothing to change: ${String(from)}`);
  return other;
}
const lineOf = (file: string, part: string): number => file.slice(0, file.indexOf(part)).split('\n').length;

describe('camt', () => {
  const cases: [string, string, string][] = [
    ['a closing balance one halala off', changed(camt, /(CLBD[\s\S]*?<Amt Ccy="SAR">)/, '$11'), 'Stmt 1'],
    ['no opening balance', changed(camt, 'OPBD', 'FWAV'), 'Stmt 1/Bal OPBD|PRCD'],
    ['no closing balance', changed(camt, 'CLBD', 'FWAV'), 'Stmt 1/Bal CLBD|CLAV'],
    [
      'a balance without side',
      changed(camt, /<CdtDbtInd>\w+<\/CdtDbtInd>/, ''),
      'Stmt 1/Bal OPBD|PRCD/CdtDbtInd',
    ],
    ['no account', changed(camt, /<IBAN>\w+<\/IBAN>/, ''), 'Stmt 1/Acct/Id/IBAN'],
    ['no number', changed(camt, '<Id>107</Id>', ''), 'Stmt 1/Id'],
    [
      'an account in another currency than its balances',
      changed(camt, '<Ccy>SAR', '<Ccy>USD'),
      'Stmt 1/Acct/Ccy',
    ],
    ['an entry without status', changed(camt, '<Sts><Cd>BOOK</Cd></Sts>', ''), 'Stmt 1/Ntry 1/Sts'],
    [
      'an entry without side',
      changed(camt, /(<Ntry>[\s\S]*?)<CdtDbtInd>\w+/, '$1<CdtDbtInd>X'),
      'Stmt 1/Ntry 1/CdtDbtInd',
    ],
    ['an entry without amount', changed(camt, /(<Ntry>)<Amt[^/]*\/Amt>/, '$1'), 'Stmt 1/Ntry 1/Amt Ccy'],
    [
      'an amount with blanks between',
      changed(camt, /(<Ntry><Amt Ccy="SAR">)\d/, '$11 0'),
      'Stmt 1/Ntry 1/Amt',
    ],
    ['a negative amount', changed(camt, /(<Ntry><Amt Ccy="SAR">)/, '$1-'), 'Stmt 1/Ntry 1/Amt'],
    [
      'an amount nobody has',
      changed(camt, /(<Ntry><Amt Ccy="SAR">)/, '$199999999999999'),
      'Stmt 1/Ntry 1/Amt',
    ],
    [
      '29 February of a common year',
      changed(camt, /<BookgDt><Dt>[\d-]+/, '<BookgDt><Dt>2026-02-29'),
      'Stmt 1/Ntry 1/BookgDt',
    ],
    [
      'a value date that is none',
      changed(camt, /<ValDt><DtTm>[\d-]+/, '<ValDt><DtTm>2026-13-01'),
      'Stmt 1/Ntry 1/ValDt',
    ],
    ['a file cut off', camt.slice(0, -40), 'XML'],
    ['a document type', changed(camt, '?>', '?><!DOCTYPE a>'), 'DOCTYPE'],
    ['an encoding we do not read', changed(camt, 'UTF-8', 'EBCDIC'), 'encoding ebcdic'],
    [
      'a page that does not begin where the one before it ended',
      changed(
        camtOf(truth, { message: '053', version: '08', pages: 2 }),
        /(ITBD[\s\S]*ITBD[\s\S]*?<Amt Ccy="SAR">)\d/,
        '$19',
      ),
      'Stmt 2/Bal ITBD',
    ],
    ['an account report', changed(camt, 'camt.053', 'camt.052'), 'Document: camt.053 | camt.054, 001.02–10'],
    [
      'no entry of a notification',
      changed(camtOf(truth, { message: '054', version: '08' }), /<Ntfctn>[\s\S]*<\/Ntfctn>/, ''),
      'BkToCstmrDbtCdtNtfctn/Ntfctn',
    ],
    ['a notification cut off', camtOf(truth, { message: '054', version: '02' }).slice(0, -9), 'XML'],
  ];
  it.each(cases)('says where: %s', (_name, file, place) => {
    expect(faultOf(file)).toMatch(new RegExp(`^${place.replace(/[|.]/g, '\\$&')}`));
  });
});

describe('MT940', () => {
  const at = (part: string): string => `L${lineOf(mt940, part)}`;
  const cases: [string, string, string][] = [
    ['a closing balance one halala off', changed(mt940, /(:62F:.{10})/, '$11'), `${at(':62F:')} :62F:`],
    ['no :20:', changed(mt940, /:20:.*\n/, ''), 'L1 :25: before :20:'],
    ['no :25:', changed(mt940, /:25:.*\n/, ''), 'L1 :20: without :25:|:25P:'],
    ['no opening balance', changed(mt940, /:60F:.*\n/, ''), 'L1 :20: without :60F:|:60M:'],
    ['no closing balance', changed(mt940, /:62F:.*\n/, ''), 'L1 :20: without :62F:|:62M:'],
    ['two opening balances', changed(mt940, /(:60F:.*\n)/, '$1$1'), 'L5 :60F: twice'],
    [
      'two closing balances',
      changed(mt940, /(:62F:.*\n)/, '$1$1'),
      `L${lineOf(mt940, ':62F:') + 1} :62F: twice`,
    ],
    ['two accounts', changed(mt940, /(:25:.*\n)/, '$1$1'), 'L3 :25: twice'],
    ['an empty account', changed(mt940, /:25:.*\n/, ':25:\n'), 'L2 :25:'],
    ['an opening balance without side', changed(mt940, /:60F:[CD]/, ':60F:X'), 'L4 :60F:'],
    ['an opening balance without amount', changed(mt940, /(:60F:.*SAR).*/, '$1'), 'L4 :60F:'],
    ['two currencies', changed(mt940, /(:62F:.*)SAR/, '$1USD'), `${at(':62F:')} :62F:`],
    ['a line of an impossible day', changed(mt940, /:61:\d{6}\d{4}/, ':61:2611311131'), 'L5 :61:'],
    ['a line of an impossible month', changed(mt940, /:61:\d{6}/, ':61:261301'), 'L5 :61:'],
    ['a line booked on no day', changed(mt940, /(:61:\d{6})\d{4}/, '$11131'), 'L5 :61:'],
    ['a line without mark', changed(mt940, /(:61:\d{10})(R?[CD])R/, '$1'), 'L5 :61:'],
    ['a line without amount', changed(mt940, /(:61:\d{10}R?[CD]R)[\d,]+/, '$1'), 'L5 :61:'],
    ['a third decimal', changed(mt940, /(:61:\d{10}R?[CD]R\d+,)\d*/, '$1123'), 'L5 :61:'],
    ['thousands set apart', changed(mt940, /(:61:\d{10}R?[CD]R)\d+,/, '$11.000,'), 'L5 :61:'],
    ['a line without type', changed(mt940, 'NTRF', 'XTRF'), 'L5 :61:'],
    [
      'a page that does not follow',
      changed(mt940Of(truth, { style: 'free', envelope: 'none', pages: 2 }), /(:60M:.{10})/, '$11'),
      ':62F:',
    ],
  ];
  it.each(cases)('says where: %s', (_name, file, place) => {
    expect(faultOf(file)).toContain(place);
  });

  it('forgives days of balances that do not exist, other spellings of the number, and a missing end', () => {
    for (const file of [
      changed(mt940, /:62F:([CD])\d{6}/, ':62F:$1261131'),
      changed(mt940, /:28C:.*/, ':28:107'),
      changed(mt940, /:28C:.*\n/, ''),
      changed(mt940, /\n-\n$/, '\n'),
      `\r\n\r\n${mt940}`,
    ])
      expect(faultOf(file)).toBe('proven');
  });

  it('counts the text of an information that looks like a field or like an end as text', () => {
    const file = changed(mt940, /(:86:.*)/, '$1\n:12:30 at the counter\n-\nsecond floor');
    expect(statementIn(file).lines[0]?.text).toContain(':12:30 at the counter');
    expect(faultOf(file)).toBe('proven');
  });

  it('joins two informations of one line, and leaves that of the whole statement out', () => {
    const file = changed(changed(mt940, /(:86:.*)/, '$1\n:86:and more'), /(:62F:.*)/, '$1\n:86:all the best');
    const { lines } = statementIn(file);
    expect(lines[0]?.text).toContain('and more');
    expect(lines.map(({ text }) => text).join()).not.toContain('all the best');
  });
});

describe('CSV', () => {
  const row =
    csv()
      .split('\n')
      .findIndex((line) => line.startsWith('Date,')) + 2;
  const cases: [string, string, string][] = [
    [
      'a row that is missing: the next balance does not follow',
      csv()
        .split('\n')
        .filter((line) => !line.includes('B7X1'))
        .join('\n'),
      `row`,
    ],
    [
      'no row at all',
      csv()
        .split('\n')
        .slice(0, row - 1)
        .join('\n'),
      `row ${row}`,
    ],
    ['a day that is none', changed(csv(), /\n\d\d\/11\/2026/, '\n31/11/2026'), `row ${row}, Date`],
    ['a month before the day', changed(csv(), /\n\d\d\/11\/2026/, '\n11/22/2026'), `row ${row}, Date`],
    ['a year of two digits', changed(csv(), /\/2026/, '/26'), `row ${row}, Date`],
    ['a date in words', changed(csv(), /\n\d\d\/11\/2026/, '\nyesterday'), `row ${row}, Date`],
    ['both sides filled', csv().replace(/(,B7X0,)[^\n]*/, '$11.00,2.00,3.00'), `row ${row}`],
    ['letters in an amount', csv(asir).replace(/[\d,.]+ SAR/, 'ten SAR'), 'row 5, Amount (SAR)'],
    ['no amount', csv(asir).replace(/"?-?[\d,.]+ SAR"?/, ''), 'row 5, Amount (SAR)'],
    [
      'thousands that are none',
      csv(asir).replace(/"?-?[\d,.]+ SAR"?/, '"1,00,0.00 SAR"'),
      'row 5, Amount (SAR)',
    ],
    [
      'a decimal comma where a point is kept',
      csv(asir).replace(/"?-?[\d,.]+ SAR"?/, '"10,50 SAR"'),
      'row 5, Amount (SAR)',
    ],
    ['an open bracket', csv(asir).replace(/"?-?[\d,.]+ SAR"?/, '(10.00'), 'row 5, Amount (SAR)'],
    [
      'a value date that is none',
      csv(asir).replace(/(\n[\d/]+,)[\d/]+/, '$100/00/2026'),
      'row 5, Value Date',
    ],
    ['neither out nor in', csv(tihama).replace(/,(Dr|CR\.),/, ',transfer,'), 'row 5, Dr/Cr'],
    ['out or in not said', csv(tihama).replace(/,(Dr|CR\.),/, ',,'), 'row 5, Dr/Cr'],
    [
      'money in with a minus before it',
      csv(tihama).replace(/,CR\.,"?[\d,.]+ SAR"?/, ',CR,-10.00 SAR'),
      ', Dr/Cr',
    ],
    ['one row larger than any', csv(asir).replace('SAR', 'S'.repeat(200_000)), 'L'],
  ];
  it.each(cases)('says where: %s', (_name, file, place) => {
    const fault = faultOf(file);
    expect(fault).not.toBe('proven');
    expect(fault).toContain(place);
  });

  describe('with rows below its last day', () => {
    const table = (...rows: string[]): string =>
      ['Date,Description,Reference,Debit,Credit,Balance', ...rows, ',End of statement', ''].join('\n');
    const first = '22/11/2026,one,R1,,10.00,110.00';

    it('takes the day above where days are printed once', () => {
      const file = table(
        first,
        ',two,R2,,20.00,130.00',
        '23/11/2026,three,R3,,5.00,135.00',
        ',four,R4,5.00,,130.00',
      );
      const { lines, proof } = statementIn(file);
      expect(lines.map(({ bookedOn, units }) => [bookedOn, units])).toEqual([
        ['2026-11-22', 1000n],
        ['2026-11-22', 2000n],
        ['2026-11-23', 500n],
        ['2026-11-23', -500n],
      ]);
      expect(proof.state).toBe('proven');
    });

    it.each([',two,R2,,20.00,130.00', ',two,R2,20.00,,90.00', ',two,,,,130.00'])(
      'refuses what no row before it does: %s',
      (row) => {
        expect(faultOf(table(first, row))).toBe('row 3, Date');
      },
    );
  });

  it('refuses the Hijri calendar by name', () => {
    const file = changed(csv(), /\n\d\d\/11\/2026/, '\n12/06/1448');
    const read = (): unknown => statementIn(file);
    expect(read).toThrow(NotReadable);
    expect(read).toThrow(expect.objectContaining({ reason: 'hijri', place: `row ${row}, Date` }));
  });

  it('reads amounts as banks write them', () => {
    for (const [cell, units] of [
      ['1,234.5', 123_450n],
      ['-1234.50', -123_450n],
      ['(1,234.50)', -123_450n],
      ['1,234.50-', -123_450n],
      ['1,234.50 CR', 123_450n],
      ['1,234.50DR', -123_450n],
      ['SAR 1,234.50', 123_450n],
      ['١٬٢٣٤٫٥٠ ر.س', 123_450n],
      ['\u200f١٢٣٤٫٥٠\u200f', 123_450n],
    ] as const) {
      const file = `Posting Date,Value Date,Narrative,Amount (SAR),Transaction ID\n22/11/2026,22/11/2026,text,"${cell}",T1\n`;
      expect([cell, statementIn(file).lines[0]?.units]).toEqual([cell, units]);
    }
  });
});

describe('bytes', () => {
  it('that are none of the encoding a file declares are refused with their line', () => {
    const arabic = camtOf(truthOf(8, 3, 'arabic'), { message: '053', version: '08' });
    expect(placeOf(() => statementIn(encoded(arabic, 'windows-1256')))).toMatch(/^encoding utf-8, L\d+$/);
    const wide = encoded(mt940, 'utf-16le bom');
    expect(placeOf(() => statementIn(wide.subarray(0, -1)))).toMatch(/^encoding utf-16le, L\d+$/);
  });

  it('of a picture or a spreadsheet are no statement', () => {
    expect(placeOf(() => statementIn(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))).toMatch(
      /^encoding/,
    );
    expect(placeOf(() => statementIn(Buffer.from('504b0304140006000800000021', 'hex')))).toMatch(/^encoding/);
  });

  it('of a hundred thousand lines are read', () => {
    const huge = truthOf(3, 100_000);
    const { lines, proof } = statementIn(mt940Of(huge, { style: 'free', envelope: 'none' }));
    expect([lines.length, proof.state]).toEqual([100_000, 'proven']);
  });
});
