import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import { CURSOR_PART, decodeCursor } from '../../../platform/database/cursor';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { AccountHolder, AccountSums, Movement, MovementKind, Period } from '../domain/account';
import { ACCOUNT_MOVEMENTS } from './ledger-sql';

interface HolderRow {
  id: string;
  name_latin: string;
  name_arabic: string | null;
  country: string;
  currency: Currency;
  vat_number: string | null;
  registration_number: string | null;
}
interface SumsRow {
  currency: Currency;
  opening_minor: string;
  opening_credit_minor: string;
  charged_minor: string;
  paid_minor: string;
  credit_minor: string;
}
interface MovementRow {
  id: string;
  at: Date;
  rank: number;
  kind: MovementKind;
  order_id: string | null;
  order_code: string | null;
  reference: string | null;
  method: MethodId | null;
  charged_minor: string;
  paid_minor: string;
  credit_minor: string;
  balance_minor: string;
}

/** One page of movements with what was owed after each, and what its order is called and paid by. */
const PAGE = `with ${ACCOUNT_MOVEMENTS}, page as (
     select * from (
       select m.*, sum(charged_minor - paid_minor) over (order by at, rank, id) as balance_minor
       from movement m where currency = $2 and at < $4
     ) all_of_it
     where at >= $3 and ($5::timestamptz is null or (at, rank, id) > ($5::timestamptz, $6::int, $7::uuid))
     order by at, rank, id limit $8
   )
   select p.id, p.at, p.rank, p.kind, o.id as order_id, o.code as order_code,
     case when p.match_id is not null then t.reference end as reference,
     case when p.match_id is not null then 'bank_transfer' else a.method end as method,
     p.charged_minor, p.paid_minor, p.credit_minor, p.balance_minor
   from page p
   left join payment_attempts a on a.company_id = $1 and a.id = p.attempt_id
   left join orders o on o.company_id = $1 and o.id = coalesce(p.order_id, a.order_id)
   left join transfer_instructions t on t.company_id = $1 and t.order_id = p.order_id
   order by p.at, p.rank, p.id`;

/** Statements of account, made of the ledger whenever they are asked for. */
@Injectable()
export class AccountRepository {
  /** Throws `NOT_FOUND`. */
  async holder(tx: Tx, companyId: string): Promise<AccountHolder> {
    const row = oneRow(
      await tx.query<HolderRow>(
        `select id, name_latin, name_arabic, country, currency, vat_number, registration_number
         from companies where id = $1`,
        [companyId],
      ),
    );
    return {
      companyId: row.id,
      nameLatin: row.name_latin,
      nameArabic: row.name_arabic,
      country: row.country,
      currency: row.currency,
      vatNumber: row.vat_number,
      registrationNumber: row.registration_number,
    };
  }

  /** Where each currency stood before the period, and what moved in it; none where nothing ever moved. */
  async sums(tx: Tx, companyId: string, { start, end }: Period): Promise<AccountSums[]> {
    const rows = await tx.query<SumsRow>(
      `with ${ACCOUNT_MOVEMENTS}
       select currency,
         coalesce(sum(charged_minor - paid_minor) filter (where at < $2), 0) as opening_minor,
         coalesce(sum(credit_minor) filter (where at < $2), 0) as opening_credit_minor,
         coalesce(sum(charged_minor) filter (where at >= $2), 0) as charged_minor,
         coalesce(sum(paid_minor) filter (where at >= $2), 0) as paid_minor,
         coalesce(sum(credit_minor) filter (where at >= $2), 0) as credit_minor
       from movement where at < $3 group by currency order by currency`,
      [companyId, start, end],
    );
    return rows.map((row) => {
      const amount = (minor: string): Money => money(Number(minor), row.currency);
      return {
        currency: row.currency,
        balance: amount(row.opening_minor),
        credit: amount(row.opening_credit_minor),
        moved: {
          charged: amount(row.charged_minor),
          paid: amount(row.paid_minor),
          credit: amount(row.credit_minor),
        },
      };
    });
  }

  /** Movements of a period in one currency, the oldest first; one row more than `limit`. */
  async movements(
    tx: Tx,
    of: { readonly companyId: string; readonly period: Period; readonly currency: Currency },
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Movement[]> {
    const [at, rank, id] = decodeCursor(page.after, [CURSOR_PART.instant, CURSOR_PART.whole, CURSOR_PART.id]);
    const rows = await tx.query<MovementRow>(PAGE, [
      ...[of.companyId, of.currency, of.period.start, of.period.end],
      ...[at, rank, id, page.limit + 1],
    ]);
    const amount = (minor: string): Money => money(Number(minor), of.currency);
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      rank: row.rank,
      kind: row.kind,
      order: row.order_id === null ? null : { id: row.order_id, code: row.order_code ?? '' },
      reference: row.reference,
      method: row.method,
      charged: amount(row.charged_minor),
      paid: amount(row.paid_minor),
      credit: amount(row.credit_minor),
      balance: amount(row.balance_minor),
    }));
  }
}
