import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { TRADER_ROLES } from '../access/roles';
import { PRICE_LISTS } from '../catalogue/catalogue.rules';
import { pageOf, pageQuery } from '../kernel/page';
import { ACTING_REASONS } from './acting.rules';
import { companyLifecycle } from './traders.lifecycle';

const companyState = z.enum(companyLifecycle.states);
const why = z.string().trim().min(3, 'too_short').max(200, 'too_long');
const named = z.strictObject({ id: z.uuid(), name: z.string() });

const traderRow = z.strictObject({
  id: z.uuid(),
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
  country: z.string().length(2),
  registrationNumber: z.string().nullable(),
  state: companyState,
  accountManager: named.nullable(),
  openOrders: z.int(),
  lastOrderAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type TraderRow = z.output<typeof traderRow>;

export const listTraders = endpoint({
  id: 'traders.list',
  method: 'GET',
  path: '/staff/traders',
  access: { needs: 'trader:read' },
  summary: 'Traders, the newest first; names and registration numbers are found however they are written',
  query: pageQuery.extend({
    q: z.string().trim().max(80, 'too_long').optional(),
    state: companyState.optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'invalid')
      .optional(),
    /** Only those of the account manager who asks. */
    mine: z.enum(['yes']).optional(),
  }),
  reply: pageOf(traderRow).extend({ countries: z.array(z.string().length(2)) }),
});

export const readTrader = endpoint({
  id: 'traders.read',
  method: 'GET',
  path: '/staff/traders/:id',
  access: { needs: 'trader:read' },
  params: idParam,
  summary: 'A trader as staff see it: facts and names, no factor and no money. The trader sees who looked',
  reply: traderRow
    .extend({
      currency: z.string().length(3),
      /** The list it buys at. */
      priceList: z.enum(PRICE_LISTS),
      vatNumber: z.string().nullable(),
      people: z.array(z.strictObject({ name: z.string(), roles: z.array(z.enum(TRADER_ROLES)) })),
      drafts: z.int(),
      mayAct: z.boolean(),
      /** Steps the reader can take on the company's state. */
      steps: z.array(z.enum(['suspend', 'activate', 'close'])),
    })
    .meta({ id: 'TraderForStaff' }),
});
export type TraderView = z.output<typeof readTrader.reply>;

const stateStep = <const K extends 'suspend' | 'activate' | 'close'>(step: K, summary: string) =>
  endpoint({
    id: `traders.${step}`,
    method: 'POST',
    path: `/staff/traders/:id/${step}`,
    access: { needs: 'trader:suspend', fresh: true },
    idempotent: true,
    params: idParam,
    summary,
    body: z.strictObject({ reason: why }),
    reply: z.strictObject({ state: companyState }),
    errors: ['WRONG_STATE'],
  });
export const suspendTrader = stateStep('suspend', 'A suspended trader reads and orders nothing');
export const activateTrader = stateStep('activate', 'Ends the suspension of a trader');
export const closeTrader = stateStep('close', 'Closes a trader for good');

export const beginActing = endpoint({
  id: 'traders.begin_acting',
  method: 'POST',
  path: '/staff/traders/:id/act',
  access: { needs: 'trader:act-for', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'Staff act for a trader: own drafts, fifteen idle minutes, told to the trader at once',
  body: z.strictObject({ code: z.enum(ACTING_REASONS), text: why }),
  reply: done,
  errors: ['TRADER_NOT_ACTIVE'],
});

export const endActing = endpoint({
  id: 'traders.end_acting',
  method: 'POST',
  path: '/acting/end',
  access: 'person',
  summary: 'Ends acting for a trader; the session of before goes on',
  reply: z.strictObject({ companyId: z.uuid() }),
  errors: ['NOT_ACTING'],
});

export const actingEndpoints = [
  listTraders,
  readTrader,
  suspendTrader,
  activateTrader,
  closeTrader,
  beginActing,
  endActing,
];
