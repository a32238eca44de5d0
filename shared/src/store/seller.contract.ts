import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { problemParamSchema } from '../kernel/problem';
import { sellerAccountInput, sellerIdentityInput } from './seller-fields';
import { accountChangeLifecycle } from './store.lifecycle';

const account = z.strictObject({
  iban: z.string(),
  bic: z.string(),
  bank: z.strictObject({ latin: z.string(), arabic: z.string() }),
});
const identity = z.strictObject({
  nameLatin: z.string(),
  nameArabic: z.string(),
  otherNames: z.array(z.string()),
  addressLines: z.array(z.string()),
  phones: z.array(z.string()),
  mails: z.array(z.string()),
  domains: z.array(z.string()),
  vatNumber: z.string(),
  registrationNumber: z.string(),
  gs1Prefix: z.string(),
});
/** Why a step cannot be taken, in problem codes. */
const reasonSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), problemParamSchema),
});
const byWhom = z.strictObject({ name: z.string(), at: z.iso.datetime() });

export const accountChangeView = z.strictObject({
  id: z.uuid(),
  state: z.enum(accountChangeLifecycle.states),
  account,
  /** The account in force before this one; `null` until this one takes effect. */
  replaced: z.string().nullable(),
  proposed: byWhom,
  approved: byWhom.nullable(),
  /** When it takes effect, or took it. */
  effectiveAt: z.iso.datetime().nullable(),
  ended: byWhom.nullable(),
});
export type AccountChangeView = z.output<typeof accountChangeView>;

export const readSeller = endpoint({
  id: 'store.seller',
  method: 'GET',
  path: '/store/seller',
  access: { needs: 'seller:read' },
  summary: 'The seller: identity, account, and the change of account that is under way',
  reply: z
    .strictObject({
      version: z.int(),
      identity,
      account,
      change: accountChangeView.nullable(),
      past: z.array(accountChangeView),
      /** Steps the reader can take on the open change, each with what stands against it. */
      actions: z.array(
        z.strictObject({
          step: z.enum(['approve', 'withdraw']),
          allowed: z.boolean(),
          reasons: z.array(reasonSchema),
        }),
      ),
    })
    .meta({ id: 'Seller' }),
});
export type SellerView = z.output<typeof readSeller.reply>;

export const editSeller = endpoint({
  id: 'store.edit_seller',
  method: 'PUT',
  path: '/store/seller',
  access: { needs: 'seller:edit', fresh: true },
  ifMatch: true,
  summary: 'Names, addresses and numbers of the seller; the leak scan reads them from then on',
  body: sellerIdentityInput,
  reply: z.strictObject({ version: z.int() }),
  errors: ['STALE_RECORD'],
});

export const proposeAccount = endpoint({
  id: 'store.propose_account',
  method: 'POST',
  path: '/store/account-changes',
  access: { needs: 'seller:edit', fresh: true },
  idempotent: true,
  summary: 'Proposes another account of the seller; somebody else approves it',
  body: sellerAccountInput,
  reply: z.strictObject({ id: z.uuid() }),
  errors: ['ACCOUNT_CHANGE_OPEN', 'ACCOUNT_SAME'],
});

export const approveAccount = endpoint({
  id: 'store.approve_account',
  method: 'POST',
  path: '/store/account-changes/:id/approve',
  access: { needs: 'seller:approve', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'The second person: the account is in force 24 hours later',
  // What the approver saw; a code given for another account approves nothing.
  body: z.strictObject({ iban: sellerAccountInput.shape.iban }),
  reply: z.strictObject({ effectiveAt: z.iso.datetime() }),
  errors: ['SECOND_PERSON_NEEDED', 'WRONG_STATE', 'REVIEW_CHANGED'],
});

export const withdrawAccount = endpoint({
  id: 'store.withdraw_account',
  method: 'POST',
  path: '/store/account-changes/:id/withdraw',
  access: { needs: 'seller:approve' },
  idempotent: true,
  params: idParam,
  summary: 'Stops a change of account before it is in force; one person is enough to stop',
  reply: done,
  errors: ['WRONG_STATE'],
});

export const sellerEndpoints = [readSeller, editSeller, proposeAccount, approveAccount, withdrawAccount];
