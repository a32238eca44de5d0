import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import { orderPaymentView } from './attempts.contract';

export const companyCredit = endpoint({
  id: 'payments.company_credit',
  method: 'GET',
  path: '/credit',
  access: { needs: 'payment:read' },
  summary:
    'The company’s credit that can be used, one amount for each currency; what a refund holds is left out',
  reply: z.strictObject({ amounts: z.array(moneySchema) }),
});
export const useCredit = endpoint({
  id: 'payments.use_credit',
  method: 'POST',
  path: '/orders/:id/payment/credit',
  access: { needs: 'payment:pay' },
  owned: 'order',
  idempotent: true,
  summary:
    'Pays what is due with the company’s credit, as far as it goes; an attempt that lives is ended first',
  params: idParam,
  /** What was shown to be used: the smaller of what is due and what the company can use. */
  body: z.strictObject({ amount: moneySchema }),
  reply: orderPaymentView,
  errors: ['WRONG_STATE', 'NOTHING_DUE', 'NO_CREDIT', 'CREDIT_CHANGED'],
});

export const creditEndpoints = [companyCredit, useCredit];
