import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import { PAYMENT_STATES, transferInstructionLifecycle } from './payments.lifecycle';

/** What a trader has shown of a transfer: a bank's receipt. It never pays. */
export const receiptView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  pages: z.int(),
  amount: moneySchema.nullable(),
  paidOn: z.iso.date().nullable(),
  uploadedAt: z.iso.datetime(),
  uploadedBy: z.string(),
});
export type ReceiptView = z.output<typeof receiptView>;

export const transferInstructionView = z
  .strictObject({
    orderId: z.uuid(),
    state: z.enum(transferInstructionLifecycle.states),
    payment: z.enum(PAYMENT_STATES),
    reference: z.string(),
    /** The company's own, for one transfer of several orders. */
    ownReference: z.string().nullable(),
    beneficiary: z.strictObject({ latin: z.string(), arabic: z.string() }),
    iban: z.string(),
    bic: z.string(),
    bank: z.strictObject({ latin: z.string(), arabic: z.string() }),
    amount: moneySchema,
    received: moneySchema,
    due: moneySchema,
    deadline: z.iso.datetime(),
    /** True when the hold has had its one extension. */
    isExtended: z.boolean(),
    receipts: z.array(receiptView),
    /** Why no receipt can be added by this person now; `null` when it can. */
    noReceiptFor: z.enum(['not_allowed', 'settled', 'enough']).nullable(),
  })
  .meta({ id: 'TransferInstruction' });
export type TransferInstructionView = z.output<typeof transferInstructionView>;

export const getTransferInstruction = endpoint({
  id: 'payments.transfer_instruction',
  method: 'GET',
  path: '/orders/:id/transfer',
  access: { needs: 'payment:read' },
  owned: 'order',
  summary: 'How to pay an order by bank transfer',
  params: idParam,
  reply: transferInstructionView,
});

export const demoStatement = endpoint({
  id: 'payments.demo_statement',
  method: 'GET',
  path: '/demo/bank/statement',
  access: 'public',
  demoOnly: true,
  summary: 'The demo bank’s camt.053 of today: the open orders, one paid short, one from an unknown payer',
  reply: bytes,
  raw: 'application/xml',
});

export const paymentsEndpoints = [getTransferInstruction, demoStatement];
