import { describe, expect, it } from '@jest/globals';
import { INVENTED_DIALECTS } from './csv-dialects';
import { guessedLayout } from './csv-guess';

describe('what the columns of a file look like', () => {
  it.each(INVENTED_DIALECTS.map((dialect) => [dialect.name, dialect] as const))(
    'is found by their names: %s',
    (_name, { header, columns }) => {
      expect(guessedLayout(header, []).columns).toEqual(columns);
    },
  );

  it('is told from the rows where the names do not say it', () => {
    const header = ['Date', 'Details', 'Amount'];
    expect(guessedLayout(header, [['2026/11/22', 'rent', '-1.250,00']])).toMatchObject({
      dateOrder: 'ymd',
      decimal: ',',
    });
    expect(guessedLayout(header, [['٢٠٢٦/١١/٢٢', 'rent', '1,250.00']])).toMatchObject({
      dateOrder: 'ymd',
      decimal: '.',
    });
    expect(guessedLayout(header, [['22-11-2026', 'rent', '5']]).dateOrder).toBe('dmy');
  });

  it('stays open where nothing looks like it, and takes no column twice', () => {
    const { columns } = guessedLayout(['Day', 'Out', 'In', 'Date of value', 'Credit'], []);
    expect(columns).toMatchObject({
      date: 3,
      valueDate: null,
      debit: null,
      credit: null,
      amount: null,
      text: [],
    });
  });
});
