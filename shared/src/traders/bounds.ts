import { z } from 'zod';
import { moneySchema } from '../kernel/money';
import { SPENDING_WINDOWS } from './calendar';

export const limitSchema = z.strictObject({ amount: moneySchema, window: z.enum(SPENDING_WINDOWS) });
export type SpendingLimit = z.output<typeof limitSchema>;
/** An order above it, VAT included, will ask an approver when approvals come; until then it is kept and shown. */
export const approvalLimit = moneySchema.nullable();
/** What bounds a member's orders. */
export interface Bounds {
  readonly limit: SpendingLimit | null;
  readonly approvalLimit: z.output<typeof approvalLimit>;
}

/** A limit with what was spent of it in the running window. */
export const spendingView = limitSchema.extend({
  spent: moneySchema,
  /** First moment of the next window. */
  until: z.iso.datetime(),
});
