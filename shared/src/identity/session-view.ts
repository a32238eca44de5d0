import { z } from 'zod';
import { PERMISSIONS } from '../access/permissions';
import { ROLES } from '../access/roles';
import { CURRENCIES } from '../kernel/currency';
import { LOCALES } from '../kernel/locale';
import { FACTORS } from './fields';

const COMPANY_STATES = ['pending', 'active', 'suspended', 'closed'] as const;

export const sessionView = z
  .strictObject({
    person: z.strictObject({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      kind: z.enum(['trader', 'staff']),
      locale: z.enum(LOCALES),
    }),
    roles: z.array(z.enum(ROLES)),
    permissions: z.array(z.enum(PERMISSIONS)),
    company: z
      .strictObject({
        id: z.uuid(),
        nameLatin: z.string(),
        nameArabic: z.string().nullable(),
        country: z.string().length(2),
        currency: z.enum(CURRENCIES),
        state: z.enum(COMPANY_STATES),
      })
      .nullable(),
    /** Every company the person works for; more than one: show the switch (`switchCompany`). */
    companies: z.array(
      z.strictObject({
        id: z.uuid(),
        nameLatin: z.string(),
        nameArabic: z.string().nullable(),
        state: z.enum(COMPANY_STATES),
      }),
    ),
    /** Set while staff act for the trader. */
    acting: z.strictObject({ reason: z.string() }).nullable(),
    /** How the session was opened. */
    factor: z.enum(FACTORS).nullable(),
    /** Which factors the person can confirm a call with (`Fresh-Code`): six digits, a passkey, or both. */
    confirmWith: z.array(z.enum(['totp', 'passkey'])),
    /** The session ends then unless it is used before. */
    idleUntil: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    mode: z.enum(['demo', 'test', 'production']),
  })
  .meta({ id: 'Session' });
