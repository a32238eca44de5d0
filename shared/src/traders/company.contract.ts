import { z } from 'zod';
import { done, type Endpoint, endpoint, idParam } from '../access/endpoint';
import { LOCALES } from '../kernel/locale';
import { approvalLimit, limitSchema, spendingView } from './bounds';
import { TIME_ZONES } from './calendar';

const edit = { needs: 'company:edit' } as const;
const line = z.string().trim().min(1, 'required').max(80, 'too_long');
const address = z.strictObject({
  label: z.string().trim().min(2, 'too_short').max(60, 'too_long'),
  country: z.string().regex(/^[A-Z]{2}$/, 'invalid'),
  lines: z.array(line).min(1, 'required').max(5, 'too_long'),
});
export type AddressInput = z.input<typeof address>;

export const companyView = z.strictObject({
  id: z.uuid(),
  /** Verified facts: they change by an application only. */
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
  country: z.string(),
  currency: z.string(),
  registrationNumber: z.string().nullable(),
  vatNumber: z.string().nullable(),
  state: z.enum(['pending', 'active', 'suspended', 'closed']),
  timeZone: z.enum(TIME_ZONES),
  locale: z.enum(LOCALES),
  limit: spendingView.nullable(),
  approvalLimit,
  addresses: z.array(
    z.strictObject({
      id: z.uuid(),
      label: z.string(),
      country: z.string(),
      lines: z.array(z.string()),
      isDefault: z.boolean(),
    }),
  ),
  version: z.int(),
});
export type CompanyView = z.output<typeof companyView>;

export const getCompany = endpoint({
  id: 'traders.company',
  method: 'GET',
  path: '/company',
  access: { needs: 'company:read' },
  summary: 'The company: verified facts, addresses, language, time zone and limits',
  reply: companyView,
});
export const editCompany = endpoint({
  id: 'traders.edit_company',
  method: 'PATCH',
  path: '/company',
  access: edit,
  ifMatch: true,
  summary: 'Time zone and language of the company',
  body: z.strictObject({ timeZone: z.enum(TIME_ZONES), locale: z.enum(LOCALES) }),
  reply: companyView,
  errors: ['STALE_RECORD', 'FIELDS_INVALID'],
});
export const limitCompany = endpoint({
  id: 'traders.limit_company',
  method: 'PUT',
  path: '/company/limits',
  access: { needs: 'company:edit', fresh: true },
  ifMatch: true,
  summary: 'Spending limit and approval limit of the company; an owner sets them',
  body: z.strictObject({ limit: limitSchema.nullable(), approvalLimit }),
  reply: companyView,
  errors: ['STALE_RECORD', 'FIELDS_INVALID', 'NOT_ALLOWED'],
});
export const addAddress = endpoint({
  id: 'traders.add_address',
  method: 'POST',
  path: '/company/addresses',
  access: edit,
  idempotent: true,
  summary: 'Adds an address goods can go to',
  body: address,
  reply: z.strictObject({ id: z.uuid() }),
  errors: ['TOO_MANY_ADDRESSES'],
});
export const editAddress = endpoint({
  id: 'traders.edit_address',
  method: 'PUT',
  path: '/company/addresses/:id',
  access: edit,
  owned: 'address',
  summary: 'Replaces an address for drafts and what follows; placed orders keep the old one',
  params: idParam,
  body: address,
  reply: z.strictObject({ id: z.uuid() }),
  errors: ['NOT_FOUND'],
});
export const preferAddress = endpoint({
  id: 'traders.prefer_address',
  method: 'POST',
  path: '/company/addresses/:id/default',
  access: edit,
  owned: 'address',
  summary: 'New orders begin with this address',
  params: idParam,
  reply: done,
  errors: ['NOT_FOUND'],
});
export const removeAddress = endpoint({
  id: 'traders.remove_address',
  method: 'DELETE',
  path: '/company/addresses/:id',
  access: edit,
  owned: 'address',
  summary: 'Removes an address; placed orders keep it',
  params: idParam,
  reply: done,
  errors: ['ADDRESS_IS_DEFAULT', 'NOT_FOUND'],
});

export const companyEndpoints: readonly Endpoint[] = [
  getCompany,
  editCompany,
  limitCompany,
  addAddress,
  editAddress,
  preferAddress,
  removeAddress,
];
