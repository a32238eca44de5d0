import { describe, expect, it } from '@jest/globals';
import { addCases, cellFault, mostInStock, parseQuantity } from './quantity';

const price = { per10k: 184_000, currency: 'SAR' as const };
const soap = { caseSize: 10, minimumQuantity: 20, step: 10, available: 55, price };

describe('typed quantities', () => {
  it('reads Latin, Arabic-Indic and Persian digits, with grouping', () => {
    expect(['48', '٤٨', '۴۸', '1,200', '١٬٢٠٠', ' 36 '].map(parseQuantity)).toEqual([
      48, 48, 48, 1200, 1200, 36,
    ]);
  });

  it('takes an emptied cell for none', () => {
    expect(['', '  '].map(parseQuantity)).toEqual([0, 0]);
  });

  it('refuses what is no whole number of pieces', () => {
    expect(['-3', '4x', 'twelve', '100000'].map(parseQuantity)).toEqual(Array(4).fill(undefined));
  });
});

describe('what stands against a quantity', () => {
  it('no price, whatever the quantity', () => {
    expect(cellFault({ ...soap, price: null }, 20)).toEqual({ code: 'price', fixes: [0] });
  });

  it('nothing for none and for whole steps in stock', () => {
    expect([0, 20, 50].map((quantity) => cellFault(soap, quantity))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('offers the step below and above', () => {
    expect(cellFault(soap, 25)).toEqual({ code: 'step', step: 10, fixes: [20, 30] });
  });

  it('offers none or the minimum below the minimum', () => {
    expect(cellFault(soap, 5)).toEqual({ code: 'minimum_quantity', minimum: 20, fixes: [0, 20] });
  });

  it('offers what stock allows in whole steps', () => {
    expect(cellFault(soap, 60)).toEqual({ code: 'stock', available: 55, fixes: [50] });
    expect(mostInStock({ ...soap, available: 15 })).toBe(0);
  });
});

describe('one case more or less', () => {
  it('enters at the minimum and leaves below it', () => {
    expect(addCases(soap, 0, 1)).toBe(20);
    expect(addCases(soap, 20, -1)).toBe(0);
  });

  it('snaps a broken quantity to whole cases', () => {
    expect(addCases(soap, 25, 1)).toBe(30);
    expect(addCases(soap, 25, -1)).toBe(20);
  });

  it('moves by the case where the step is a part of it, else by the step', () => {
    expect(addCases({ ...soap, caseSize: 24, step: 12, minimumQuantity: 12 }, 24, 1)).toBe(48);
    expect(addCases({ ...soap, caseSize: 10, step: 6, minimumQuantity: 6 }, 6, 1)).toBe(12);
  });
});
