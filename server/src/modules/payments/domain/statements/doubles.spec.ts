import { describe, expect, it } from '@jest/globals';
import { type Movement, maybeDoubles } from './doubles';

const paid = (changed: Partial<Movement> = {}): Movement => ({
  format: 'mt940',
  valueOn: '2026-11-22',
  minor: 575_000,
  payerName: 'DAR NOUR',
  payerIbanHash: null,
  text: 'invoice',
  bankReference: null,
  ...changed,
});
const count = (lines: readonly Movement[], known: readonly Movement[]): number =>
  maybeDoubles(lines, known).size;

describe('lines that may be doubles', () => {
  it.each([
    ['the same', paid()],
    ['another text of the same payer', paid({ text: 'transfer' })],
    ['the same text of a payer with another spelling', paid({ payerName: 'Nour Est' })],
    ['a reference of another format', paid({ format: 'csv', bankReference: 'FT9' })],
  ])('are found: %s', (_name, known) => {
    expect(count([paid({ bankReference: 'R1' })], [known])).toBe(1);
  });

  it.each([
    ['another day', paid({ valueOn: '2026-11-23' })],
    ['another amount', paid({ minor: 575_001 })],
    ['another payer and text', paid({ payerName: 'ATLAS', text: 'gifts' })],
    ['another reference of the bank', paid({ bankReference: 'R2' })],
  ])('are not: %s', (_name, known) => {
    expect(count([paid({ bankReference: 'R1' })], [known])).toBe(0);
  });

  it('are as many as known lines explain', () => {
    expect(count([paid(), paid()], [])).toBe(0);
    expect(count([paid(), paid(), paid()], [paid()])).toBe(1);
    expect(count([paid()], [paid(), paid()])).toBe(1);
  });
});
