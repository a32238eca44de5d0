import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';
import type { ParsedStatement } from '../domain/statements/parsed';
import { encoded, FILE_ENCODINGS, type FileEncoding, LINE_ENDS } from '../testing/encoded';
import { camtOf } from '../testing/made-camt';
import { csvOf } from '../testing/made-csv';
import { ENVELOPES, MT940_STYLES, mt940Of } from '../testing/made-mt940';
import { closingOf, type Script, type Truth, truthOf } from '../testing/made-truth';
import { statementIn } from '../testing/read-file';

/** A file of our own making, and what it says. */
interface Variant {
  readonly name: string;
  readonly truth: Truth;
  readonly bytes: Buffer;
  /** Without balances nothing can be proven. */
  readonly isProven: boolean;
  /** What this format cannot tell is not asked for. */
  readonly tells: { readonly payer: boolean; readonly reversal: boolean; readonly reference: boolean };
}
interface Writing {
  readonly name: string;
  readonly write: (truth: Truth, encoding: FileEncoding) => string;
  readonly isProven: boolean;
  readonly tells: Variant['tells'];
  /** Encodings this format comes in. */
  readonly encodings: readonly FileEncoding[];
}

const EVERYTHING = { payer: true, reversal: true, reference: true };
const MARKED = FILE_ENCODINGS.filter((encoding) => encoding !== 'utf-16le');

const camtWritings = (['053', '054'] as const).flatMap((message) =>
  ['02', '03', '04', '05', '06', '07', '08', '09', '10'].map(
    (version): Writing => ({
      name: `camt.${message}.001.${version}`,
      write: (truth, encoding) =>
        camtOf(truth, {
          message,
          version,
          encoding: encoding.split(' ')[0] ?? '',
          pages: 1 + (Number(version) % 3),
        }),
      isProven: message === '053',
      tells: EVERYTHING,
      encodings: MARKED,
    }),
  ),
);
const mt940Writings = MT940_STYLES.flatMap((style) =>
  ENVELOPES.map(
    (envelope, i): Writing => ({
      name: `MT940 ${style} ${envelope}`,
      write: (truth) =>
        mt940Of(truth, { style, envelope, pages: 1 + i, sequenceTag: i === 1 ? '28' : '28C' }),
      isProven: true,
      tells: { ...EVERYTHING, payer: style !== 'free' },
      encodings: FILE_ENCODINGS,
    }),
  ),
);
const csvWritings = INVENTED_DIALECTS.flatMap((dialect) =>
  ([',', ';', '\t'] as const).flatMap((delimiter) =>
    [true, false].map((newestFirst): Writing => {
      const { balance, payerName, reference } = dialect.columns;
      return {
        name: `CSV ${dialect.name} ${JSON.stringify(delimiter)} ${newestFirst ? 'newest' : 'oldest'} first`,
        write: (truth, encoding) =>
          csvOf(truth, {
            dialect,
            delimiter,
            newestFirst,
            arabicDigits: encoding.startsWith('utf') && dialect.dateOrder === 'ymd',
            dateSign: newestFirst ? '/' : '-',
          }),
        isProven: balance !== null,
        tells: { payer: payerName !== null, reversal: false, reference: reference !== null },
        // A header in Arabic has no bytes in the Western encoding.
        encodings: FILE_ENCODINGS.filter(
          (encoding) => encoding !== 'windows-1252' || !/[^ -~]/.test(dialect.header.join('')),
        ),
      };
    }),
  ),
);

function scriptOf(encoding: FileEncoding): Script {
  if (encoding === 'windows-1252') return 'accented';
  return 'arabic';
}

const variants: Variant[] = [...camtWritings, ...mt940Writings, ...csvWritings].flatMap((writing, w) =>
  writing.encodings.map((encoding, e): Variant => {
    const truth = truthOf(w * 10 + e, 3 + ((w + e) % 7), scriptOf(encoding));
    const end = LINE_ENDS[(w + e) % LINE_ENDS.length] ?? '\n';
    return {
      ...writing,
      name: `${writing.name}, ${encoding}, ${JSON.stringify(end)}`,
      truth,
      bytes: encoded(writing.write(truth, encoding).replaceAll('\n', end), encoding),
    };
  }),
);

/** What is compared of a line: everything that its format can tell. */
function seen(statement: ParsedStatement, tells: Variant['tells']) {
  return statement.lines.map((line) => ({
    bookedOn: line.bookedOn,
    units: line.units,
    ...(tells.reversal ? { isReversal: line.isReversal } : {}),
    ...(tells.payer ? { payerName: line.payerName, payerIban: line.payerIban } : {}),
    ...(tells.reference ? { bankReference: line.bankReference } : {}),
  }));
}
function meant(truth: Truth, tells: Variant['tells']) {
  return truth.lines.map((line) => ({
    bookedOn: line.bookedOn,
    units: line.units,
    ...(tells.reversal ? { isReversal: line.isReversal } : {}),
    ...(tells.payer ? { payerName: line.payerName, payerIban: line.payerIban } : {}),
    ...(tells.reference ? { bankReference: line.bankReference } : {}),
  }));
}

describe('files of our own making', () => {
  it('are two hundred at least', () => {
    expect(variants.length).toBeGreaterThanOrEqual(200);
    expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length);
  });

  it.each(variants.map((variant) => [variant.name, variant] as const))('%s', (_name, variant) => {
    const { truth, tells } = variant;
    const statement = statementIn(variant.bytes);
    expect(seen(statement, tells)).toEqual(meant(truth, tells));
    statement.lines.forEach((line, i) => {
      expect(line.text.replaceAll(' ', '')).toContain(truth.lines[i]?.text.replaceAll(' ', ''));
    });
    expect(statement.account).toBe(truth.account);
    expect(statement.proof.state).toBe(variant.isProven ? 'proven' : 'unproven');
    expect([statement.opening, statement.closing]).toEqual(
      variant.isProven ? [truth.opening, closingOf(truth)] : [null, null],
    );
  });
});

describe('for every statement that can be written', () => {
  const seeds = fc.record({ seed: fc.nat(100_000), count: fc.integer({ min: 1, max: 40 }) });
  const writings = fc.constantFrom(
    ...[...camtWritings, ...mt940Writings, ...csvWritings].filter(({ isProven }) => isProven),
  );

  it('opening and movements are the closing balance, and after each line stands what follows from it', () => {
    fc.assert(
      fc.property(seeds, writings, ({ seed, count }, writing) => {
        const truth = truthOf(seed, count);
        const { opening, movements, closing, lines, proof } = statementIn(writing.write(truth, 'utf-8'));
        const isOneRow = count === 1 && writing.name.startsWith('CSV');
        expect(proof).toEqual(isOneRow ? { state: 'unproven', reason: 'one_row' } : { state: 'proven' });
        expect((opening ?? 0n) + movements).toBe(closing);
        expect(lines.at(-1)?.balanceAfter).toBe(closing);
      }),
      { numRuns: 150 },
    );
  });
});
