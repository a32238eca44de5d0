import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { readPdf } from '../../../platform/pdf/pdf-reader';
import type { Evidence } from '../db/evidence.repository';
import { renderEvidence } from './evidence-paper';

const AT = new Date('2026-11-29T09:00:00Z');
const TOTAL = money(575_001, 'SAR');
const EVIDENCE: Evidence = {
  orderCode: '7K2Q-9X4M',
  company: 'Fjord & Fønix AS',
  placedAt: AT,
  policyVersion: 3,
  total: TOTAL,
  paidAt: AT,
  lines: [{ sku: 'PPS-010', name: 'Prickly pear seed oil', quantity: 132, net: TOTAL }],
  parcels: [
    {
      code: 'P-7K2Q',
      carrier: 'aramex',
      trackingNumber: '4400123',
      handedOverAt: AT,
      deliveredAt: null,
    },
  ],
};
const PAYMENT = { method: 'Visa', gateway: 'stripe', ref: 'cs_test_1', amount: TOTAL };
const textOf = async (evidence: Evidence): Promise<string> => {
  const dispute = { id: 'du_1', reason: 'fraudulent', amount: TOTAL };
  const { pages } = await readPdf(await renderEvidence({ evidence, dispute, payment: PAYMENT, now: AT }));
  const texts = pages.map(({ items }) => items.map(({ text }) => text).join(' '));
  return texts.join(' ').replace(/\s+/g, ' ');
};

describe('the evidence for a payer’s bank', () => {
  it('names the dispute, the payment, the terms, the goods and their delivery', async () => {
    const text = await textOf(EVIDENCE);
    const facts = ['du_1', 'fraudulent', 'cs_test_1', '7K2Q-9X4M', 'Fjord & Fønix AS', 'version 3'];
    for (const fact of [...facts, 'PPS-010', '132', 'P-7K2Q', 'Aramex', '4400123'])
      expect(text).toContain(fact);
  });

  it('says where nothing was delivered yet, and runs over as many pages as it needs', async () => {
    const lines = Array.from({ length: 80 }, (_, at) => ({
      ...{ sku: `SKU-${at}`, name: 'Goods', quantity: 1, net: TOTAL },
    }));
    const text = await textOf({ ...EVIDENCE, lines, parcels: [] });
    expect([text.includes('SKU-0'), text.includes('SKU-79')]).toEqual([true, true]);
    expect(text).toContain('Nothing yet.');
  });
});
