import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { add, compare, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import type { Reason } from '@qafila/shared/ordering/order-views';
import type { SpendingLimit } from '@qafila/shared/traders/bounds';
import { dayOf, timeZoneOf, windowOf } from '@qafila/shared/traders/calendar';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type Asked, SpendingLimits } from '../../ordering/ordering.api';
import { type LimitsRow, SpendingRepository } from '../db/spending.repository';
import { limitOf, type Member } from '../domain/member';

/** A limit with what was spent of it and when it begins anew. */
export interface Spent extends SpendingLimit {
  readonly spent: Money;
  readonly until: string;
}
interface Bound {
  readonly code: 'LIMIT_REACHED' | 'COMPANY_LIMIT_REACHED';
  readonly personId: string | null;
  readonly limit: SpendingLimit;
}

/** Spending limits of people and companies, over calendar windows in the company's time zone. */
@Injectable()
export class Spending extends SpendingLimits {
  constructor(
    private readonly clock: Clock,
    private readonly spending: SpendingRepository,
  ) {
    super();
  }

  /** One statement where nothing is limited, two where something is. */
  async against(tx: Tx, asked: Asked): Promise<Reason[]> {
    const { companyId, personId, amount } = asked;
    const row = await this.spending.limits(tx, companyId, personId);
    const { currency } = row;
    const bounds = boundsOf(row, personId);
    const zone = row.time_zone ?? timeZoneOf(row.country);
    const spent = await this.spentOf(tx, { companyId, currency, zone }, bounds);
    return bounds.flatMap(({ code, limit }, place): Reason[] => {
      const used = spent[place];
      if (!used || amount.currency !== currency) return [];
      if (compare(add(used.spent, amount), limit.amount) <= 0) return [];
      const isOver = compare(used.spent, limit.amount) >= 0;
      const left = isOver ? zero(currency) : subtract(limit.amount, used.spent);
      return [{ code, params: { limit: limit.amount, left, until: dayOf(new Date(used.until), zone) } }];
    });
  }

  /** What each of these members spent of his limit; who has none is left out. One statement, or none. */
  async ofMembers(tx: Tx, companyId: string, members: readonly Member[]): Promise<Map<string, Spent>> {
    const limited = members.flatMap(({ personId, limit }) => (limit ? [{ personId, limit }] : []));
    const [first] = members;
    if (!first) return new Map();
    const { currency, timeZone: zone } = first;
    const found = await this.spentOf(tx, { companyId, currency, zone }, limited);
    return new Map(
      limited.flatMap(({ personId }, place): [string, Spent][] => {
        const spent = found[place];
        return spent ? [[personId, spent]] : [];
      }),
    );
  }

  /** What the company spent of its own limit; `null` where it has none. */
  async ofCompany(
    tx: Tx,
    company: { readonly companyId: string; readonly currency: Currency; readonly zone: string },
    limit: SpendingLimit | null,
  ): Promise<Spent | null> {
    const [found] = await this.spentOf(tx, company, limit ? [{ personId: null, limit }] : []);
    return found ?? null;
  }

  private async spentOf(
    tx: Tx,
    of: { readonly companyId: string; readonly currency: Currency; readonly zone: string },
    limited: readonly { readonly personId: string | null; readonly limit: SpendingLimit }[],
  ): Promise<Spent[]> {
    if (limited.length === 0) return [];
    const windows = limited.map(({ limit }) => windowOf(limit.window, this.clock.now(), of.zone));
    const sums = await this.spending.spent(
      tx,
      of,
      limited.map(({ personId }, place) => ({ personId, since: windows[place]?.from ?? this.clock.now() })),
    );
    return limited.map(({ limit }, place) => ({
      ...limit,
      spent: money(sums[place] ?? 0, of.currency),
      until: (windows[place]?.until ?? this.clock.now()).toISOString(),
    }));
  }
}

function boundsOf(row: LimitsRow, personId: string): Bound[] {
  const own = limitOf({ limit_minor: row.member_minor, limit_window: row.member_window }, row.currency);
  const all = limitOf({ limit_minor: row.company_minor, limit_window: row.company_window }, row.currency);
  return [
    ...(own ? [{ code: 'LIMIT_REACHED' as const, personId, limit: own }] : []),
    ...(all ? [{ code: 'COMPANY_LIMIT_REACHED' as const, personId: null, limit: all }] : []),
  ];
}
