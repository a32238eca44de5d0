import { describe, expect, it } from '@jest/globals';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { money, sum } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import { readXml } from '../../app/xml-tree';
import { all, find, textAt } from '../statements/xml-node';
import { bankText } from './bank-text';
import { pain001Of } from './pain001';

const PLAIN = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

describe('a text for banks', () => {
  it.each([
    ['مؤسسة دار النور', 'mwssa dar alnwr'],
    ['Café Ærø & Søn', 'Cafe AEro Son'],
    ['Straße 5, «Zürich»', 'Strasse 5, Zurich'],
    ['DAR NOUR (KSA)', 'DAR NOUR (KSA)'],
  ])('%s is %s', (text, plain) => {
    expect(bankText(text, 70).toLowerCase()).toBe(plain.toLowerCase());
  });

  it('has only letters that every bank takes, and never too many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const plain = bankText(text, 70);
        expect(plain).toMatch(PLAIN);
        expect(plain.length).toBeLessThanOrEqual(70);
      }),
    );
  });
});

it('a file of many refunds is counted and summed twice, whatever their holders are called', () => {
  const refund = fc.record({
    minor: fc.integer({ min: 1, max: 99_999_999 }),
    holder: fc.string({ unit: 'grapheme', maxLength: 120 }),
  });
  fc.assert(
    fc.property(fc.array(refund, { minLength: 1, maxLength: 20 }), (given) => {
      const file = pain001Of({
        messageId: 'RF-20261129-K7M-2QX9',
        at: new Date('2026-11-29T09:00:00Z'),
        payOn: '2026-11-29',
        debtor: { name: 'Caravan <Store> & Co.', iban: 'SA0380000000608010167519', bic: 'NJDBSARI' },
        refunds: given.map(({ minor, holder }, at) => ({
          endToEnd: `RF-${at}`,
          amount: money(minor, 'SAR'),
          holder,
          iban: 'SA0310000000000000000001',
          text: `Refund RF-${at}`,
        })),
      });
      const root = find(readXml(file), 'CstmrCdtTrfInitn');
      const total = decimalOf(
        sum(
          given.map(({ minor }) => money(minor, 'SAR')),
          'SAR',
        ),
      );
      for (const place of ['GrpHdr', 'PmtInf']) {
        expect(textAt(root, `${place}/NbOfTxs`)).toBe(String(given.length));
        expect(textAt(root, `${place}/CtrlSum`)).toBe(total);
      }
      const transfers = all(find(root, 'PmtInf'), 'CdtTrfTxInf');
      expect(transfers.map((each) => textAt(each, 'PmtId/EndToEndId'))).toEqual(
        given.map((_, at) => `RF-${at}`),
      );
      expect(transfers.every((each) => PLAIN.test(textAt(each, 'Cdtr/Nm')))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
