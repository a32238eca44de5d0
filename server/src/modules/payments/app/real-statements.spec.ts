import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { testData } from '../../../../test/support/test-data';
import { sizeOf } from '../domain/statements/amounts';
import type { ParsedStatement } from '../domain/statements/parsed';
import { statementsIn } from '../testing/read-file';

const folder = testData('bank-statements');
const describeFiles = folder === null ? describe.skip : describe;

/** Files of real banks, read where they lie; their counts and proofs are those of SOURCES.md. */
const read = (name: string): readonly ParsedStatement[] =>
  statementsIn(readFileSync(resolve(folder ?? '', name)));
const states = (statements: readonly ParsedStatement[]): Set<string> =>
  new Set(statements.map(({ proof }) => proof.state));
const lineCount = (statements: readonly ParsedStatement[]): number =>
  statements.reduce((sum, { lines }) => sum + lines.length, 0);

describeFiles('MT940 of real banks', () => {
  it('with both kinds of :86: has 4 statements with 27 lines, all proven', () => {
    const statements = read('mt940-structured86-multistatement.sta');
    expect([statements.length, lineCount(statements)]).toEqual([4, 27]);
    expect(states(statements)).toEqual(new Set(['proven']));
    expect(statements.map(({ currency }) => currency)).toEqual(['DEM', 'EUR', 'PLN', 'DEM']);
    const [rent, salary] = statements[1]?.lines ?? [];
    expect(rent).toMatchObject({ units: -80_000n, payerName: 'MUELLER', bankReference: '55555' });
    expect(rent?.text).toBe('Miete November');
    expect([salary?.bookedOn, salary?.units]).toEqual(['2002-11-02', 300_000n]);
    expect(statements[2]?.lines.at(-1)?.text).toContain('Odsetki od lokaty nr 101000');
  });

  it('of a clearing has 26 statements with 97 lines, 6 of them pages, all proven', () => {
    const statements = read('mt940-sepa-26-statements-reversals.sta');
    const pages = statements.reduce((sum, statement) => sum + statement.pages, 0);
    expect([statements.length, pages, lineCount(statements)]).toEqual([20, 26, 97]);
    expect(states(statements)).toEqual(new Set(['proven']));
    const reversals = statements.flatMap(({ lines }) => lines.filter((line) => line.isReversal));
    expect(reversals.map((line) => line.units)).toEqual([-20_488n, -20_488n]);
    const [, credit] = statements[1]?.lines ?? [];
    expect(statements[1]?.lines[0]).toMatchObject({
      units: 1_500_005n,
      endToEnd: 'EndToEndIdTFNR2000400001',
      payerIban: 'DE42100100100043921105',
      payerName: 'Richter Renate 70 Zeichen Beginn Fuellzeichen xxxxxxxx',
      bankReference: '0724710290621954',
    });
    expect(credit?.units).toBe(-50_025_000n);
  });
});

describeFiles('camt of real banks', () => {
  it('camt.053 with two statements has 8.85 in and 7.00 out, both proven', () => {
    const statements = read('camt053-v02-multi-statement.xml');
    expect(statements.flatMap(({ lines }) => lines.map((line) => line.units))).toEqual([885n, -700n]);
    expect(states(statements)).toEqual(new Set(['proven']));
    expect(statements[0]?.lines[0]?.text).toContain('Transaction Description 1');
  });

  it('camt.053 with 3 entries of the 35 announced does not prove', () => {
    const [statement, ...others] = read('camt053-v02-batch-unproven-totals.xml');
    expect(others).toEqual([]);
    expect(statement?.lines.map((line) => line.units)).toEqual([-475_374n, 268_800n, 500_000n]);
    expect(statement?.proof.state).toBe('broken');
  });

  it('camt.054 is a copy without balances; a batch told in another currency stays one line', () => {
    const [notification, ...others] = read('camt054-v08-batch-txdtls.xml');
    expect(others).toEqual([]);
    expect(notification).toMatchObject({ format: 'camt.054', isCopy: true, opening: null, closing: null });
    expect(notification?.proof).toEqual({ state: 'unproven', reason: 'no_balances' });
    expect(notification?.lines.map((line) => [sizeOf(line.units), line.bankReference])).toEqual([
      [20_000_000n, 'ACSR160617103200001'],
    ]);
    expect(notification?.lines[0]?.text).toContain('ISR ref number V2');
  });
});
