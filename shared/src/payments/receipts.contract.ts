import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { DOCUMENT_ERRORS, DOCUMENT_TYPES } from '../kernel/document';
import { moneySchema } from '../kernel/money';
import { pageOf, pageQuery } from '../kernel/page';
import { transferInstructionView } from './payments.contract';
import { RECEIPT_LIMIT_MB, RECEIPT_LIMIT_PAGES } from './payments.rules';

const pageNumber = z.coerce.number().int().min(1).max(RECEIPT_LIMIT_PAGES.value);
const pageParam = idParam.extend({ page: pageNumber });

export const uploadReceipt = endpoint({
  id: 'payments.upload_receipt',
  method: 'POST',
  path: '/orders/:id/transfer/receipts',
  access: { needs: 'payment:pay' },
  owned: 'order',
  idempotent: true,
  summary:
    'Keeps the bank’s receipt of a transfer; the first one lengthens the hold once. A receipt never pays',
  params: idParam,
  query: z.strictObject({
    name: z.string().trim().min(1).max(200).default('receipt'),
    /** What was transferred, in minor units of the order’s currency, as the trader says. */
    amount: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    /** The day of the transfer, as the trader says. */
    paidOn: z.iso.date().optional(),
  }),
  upload: { types: DOCUMENT_TYPES, maxBytes: RECEIPT_LIMIT_MB.value * 1024 * 1024 },
  reply: transferInstructionView,
  errors: ['WRONG_STATE', 'RECEIPTS_ENOUGH', 'RECEIPT_DATE', ...DOCUMENT_ERRORS],
});
export const ownReceiptPage = endpoint({
  id: 'payments.own_receipt_page',
  method: 'GET',
  path: '/receipts/:id/pages/:page',
  access: { needs: 'payment:read' },
  owned: 'receipt',
  summary: 'One page of an own receipt as a picture',
  params: pageParam,
  raw: 'image/png',
  reply: bytes,
});
export const receiptPage = endpoint({
  id: 'payments.receipt_page',
  method: 'GET',
  path: '/transfers/receipts/:id/pages/:page',
  access: { needs: 'transfer:read' },
  summary: 'One page of a trader’s receipt as a picture; the look is written down',
  params: pageParam,
  raw: 'image/png',
  reply: bytes,
});
/** A receipt as the desk sees it, with what its order still needs. */
export const waitingReceipt = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  orderCode: z.string(),
  company: z.string(),
  reference: z.string(),
  pages: z.int(),
  amount: moneySchema.nullable(),
  paidOn: z.iso.date().nullable(),
  uploadedAt: z.iso.datetime(),
  due: moneySchema,
  deadline: z.iso.datetime(),
});
export type WaitingReceipt = z.output<typeof waitingReceipt>;
export const waitingReceipts = endpoint({
  id: 'payments.waiting_receipts',
  method: 'GET',
  path: '/transfers/receipts',
  access: { needs: 'transfer:read' },
  summary: 'Receipts of orders whose money has not come, those that end first at the top',
  query: pageQuery,
  reply: pageOf(waitingReceipt),
});

export const receiptsEndpoints = [uploadReceipt, ownReceiptPage, receiptPage, waitingReceipts];
