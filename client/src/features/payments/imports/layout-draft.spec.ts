import { describe, expect, it } from '@jest/globals';
import { amountMode, type LayoutDraft, layoutOf, missingIn, rolesOf } from './layout-draft';

const NOTHING: LayoutDraft = {
  dateOrder: 'dmy',
  decimal: '.',
  columns: {
    ...{ date: null, valueDate: null, amount: null, direction: null, debit: null, credit: null },
    ...{ text: [], payerName: null, payerIban: null, reference: null, balance: null },
  },
};
const withColumns = (columns: Partial<LayoutDraft['columns']>): LayoutDraft => ({
  ...NOTHING,
  columns: { ...NOTHING.columns, ...columns },
});

describe('a layout on its way', () => {
  it('names what is missing, and is none until then', () => {
    expect(missingIn(NOTHING, 'one')).toEqual(['date', 'amount', 'text']);
    expect(layoutOf(NOTHING, 'one')).toBeNull();
    expect(missingIn(withColumns({ date: 0, text: [1], debit: 2 }), 'two')).toEqual(['amount']);
  });

  it('has one column for the amount or two, never both', () => {
    const draft = withColumns({ date: 0, text: [1], amount: 2, direction: 5, debit: 3, credit: 4 });
    expect(amountMode(draft)).toBe('two');
    expect(layoutOf(draft, 'one')?.columns).toMatchObject({
      amount: 2,
      direction: 5,
      debit: null,
      credit: null,
    });
    expect(layoutOf(draft, 'two')?.columns).toMatchObject({
      amount: null,
      direction: null,
      debit: 3,
      credit: 4,
    });
  });

  it('says what each column is for, the unused ones left out', () => {
    const draft = withColumns({ date: 0, text: [1, 5], amount: 2, debit: 3, credit: 4 });
    expect([...rolesOf(draft, 'two')]).toEqual([
      [0, 'date'],
      [3, 'debit'],
      [4, 'credit'],
      [1, 'text'],
      [5, 'text'],
    ]);
    expect(rolesOf(draft, 'one').get(2)).toBe('amount');
  });
});
