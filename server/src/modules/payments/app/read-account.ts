import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { account } from '@qafila/shared/payments/account.contract';
import { Clock } from '../../../platform/clock/clock';
import { pageOfRows } from '../../../platform/database/cursor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { fieldsInvalid } from '../../../platform/problems/problem';
import { AccountRepository } from '../db/account.repository';
import {
  type AccountHolder,
  type AccountSums,
  type Asked,
  closingOf,
  type Movement,
  noSums,
  type Period,
  periodOf,
} from '../domain/account';

/** A statement of account without its rows. */
export interface AccountHead {
  readonly holder: AccountHolder;
  readonly period: Period;
  readonly sums: AccountSums;
  readonly currencies: readonly Currency[];
}

/** Makes a company's statement of account, for its trader, for finance, for papers. */
@Injectable()
export class ReadAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** One page, as the screen shows it. Throws `NOT_FOUND`, `FIELDS_INVALID`. */
  async page(
    tx: Tx,
    companyId: string,
    query: InputOf<typeof account>['query'],
  ): Promise<ReplyOf<typeof account>> {
    const head = await this.head(tx, companyId, query);
    const found = await this.movements(tx, head, query);
    const { rows, next } = pageOfRows(found, query.limit, (row) => [row.at, row.rank, row.id]);
    const { holder, period, sums, currencies } = head;
    return {
      company: { latin: holder.nameLatin, arabic: holder.nameArabic },
      currency: sums.currency,
      currencies: [...currencies],
      from: period.from,
      to: period.to,
      opening: { balance: sums.balance, credit: sums.credit },
      moved: sums.moved,
      closing: closingOf(sums),
      rows: rows.map(({ rank: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
      next,
    };
  }

  /** Throws `NOT_FOUND`, `FIELDS_INVALID` for a period that ends before it begins. */
  async head(tx: Tx, companyId: string, asked: Asked): Promise<AccountHead> {
    const period = periodOf(asked, this.clock.now());
    if (period === null) throw fieldsInvalid([{ path: 'from', code: 'invalid', params: {} }]);
    const holder = await this.accounts.holder(tx, companyId);
    const all = await this.accounts.sums(tx, companyId, period);
    const currency = asked.currency ?? holder.currency;
    const sums = all.find((each) => each.currency === currency) ?? noSums(currency);
    const currencies = [...new Set([holder.currency, ...all.map((each) => each.currency)])];
    return { holder, period, sums, currencies };
  }

  movements(
    tx: Tx,
    { holder, period, sums }: AccountHead,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Movement[]> {
    return this.accounts.movements(
      tx,
      { companyId: holder.companyId, period, currency: sums.currency },
      page,
    );
  }
}
