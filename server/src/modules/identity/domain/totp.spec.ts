import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasOathtool, oathtoolCode } from '../testing/oathtool';
import { codeAt, type LateSteps, newTotpSecret, otpauthUri, stepOfCode } from './totp';

/** Seed of RFC 6238, appendix B: the ASCII digits 1234567890 twice, in base32. */
const RFC_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** Its times and the last six of its eight digits. */
const VECTORS = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('codes', () => {
  it.each(VECTORS)('at %d are those of RFC 6238: %s', (seconds, code) => {
    expect(codeAt(RFC_SEED, new Date(seconds * 1000))).toBe(code);
  });

  it('are taken in their step and the one after, where a late one is allowed', () => {
    const at = new Date('2026-11-22T12:00:00Z');
    const secret = newTotpSecret();
    const code = codeAt(secret, at);
    const step = Math.floor(at.getTime() / 30_000);
    const judgedAt = (seconds: number, late: LateSteps = 1) =>
      stepOfCode(secret, code, { at: new Date(at.getTime() + seconds * 1000), late });
    expect([judgedAt(0), judgedAt(29), judgedAt(59)]).toEqual([step, step, step]);
    expect([judgedAt(-1), judgedAt(60)]).toEqual([undefined, undefined]);
    expect([judgedAt(29, 0), judgedAt(30, 0)]).toEqual([step, undefined]);
  });

  it('that are no six digits are refused and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (typed) => {
        fc.pre(!/^\d{6}$/.test(typed));
        expect(stepOfCode(RFC_SEED, typed, { at: new Date(59_000), late: 1 })).toBeUndefined();
      }),
    );
  });
});

(hasOathtool ? describe : describe.skip)('oathtool, written by other people', () => {
  it('shows our codes for any seed at any moment, and they are taken', () => {
    const moment = fc.integer({ min: 0, max: 0xffff_ffff }).map((seconds) => new Date(seconds * 1000));
    fc.assert(
      fc.property(moment, (at) => {
        const secret = newTotpSecret();
        const code = oathtoolCode(secret, at);
        expect(codeAt(secret, at)).toBe(code);
        expect(stepOfCode(secret, code, { at, late: 0 })).toBe(Math.floor(at.getTime() / 30_000));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the address an app scans', () => {
  it('carries seed, issuer and mail, escaped', () => {
    const uri = new URL(otpauthUri(RFC_SEED, 'a+b&c@shop.example'));
    expect(decodeURIComponent(uri.pathname)).toContain('Qafila:a+b&c@shop.example');
    expect(uri.searchParams.get('secret')).toBe(RFC_SEED);
    expect(uri.searchParams.get('issuer')).toBe('Qafila');
  });
});
