import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { money } from '@qafila/shared/kernel/money';
import type { TargetView } from '@qafila/shared/payments/desk.contract';
import type { Tx } from '../../../platform/database/unit-of-work';
import { COMPANY_CREDIT } from './ledger-sql';
import { COUNTED, IS_CLOSED, PAYABLE } from './payable-sql';

interface TargetRow {
  kind: TargetView['kind'];
  id: string;
  code: string | null;
  company: string;
  minor: string;
  currency: Currency;
  is_closed: boolean;
}
/** What is searched: text as typed in small letters, the same without anything but letters and digits, and as an amount in minor units. */
export interface TargetSearch {
  readonly text: string;
  readonly code: string;
  readonly minor: number | null;
  readonly currency: Currency;
}

/** Orders that need money first, those of the amount before the others. */
const ORDERS = `select 'order' as kind, o.id, o.code, c.name_latin as company,
    greatest(t.amount_minor - ${COUNTED}, 0) as minor, t.currency, ${IS_CLOSED} as is_closed
  from ${PAYABLE} join companies c on c.id = t.company_id
  where t.currency = $4 and ($1 = '' or strpos(lower(o.code), $1) > 0 or t.reference = $2
    or strpos(lower(c.name_latin), $1) > 0 or strpos(lower(c.name_arabic), $1) > 0
    or t.amount_minor - ${COUNTED} = $3 or t.amount_minor = $3)
  order by (t.amount_minor - ${COUNTED} = $3) desc nulls last, ${IS_CLOSED},
    (t.amount_minor > ${COUNTED}) desc, t.created_at desc limit 20`;
const COMPANIES = `select 'company' as kind, c.id, null as code, c.name_latin as company,
    coalesce(k.credit_minor, 0) as minor, $3::text as currency, false as is_closed
  from companies c left join (${COMPANY_CREDIT}) k on k.company_id = c.id and k.currency = $3::text
  left join company_references r on r.company_id = c.id
  where $1 <> '' and (strpos(lower(c.name_latin), $1) > 0 or strpos(lower(c.name_arabic), $1) > 0 or r.reference = $2)
  order by c.name_latin, c.id limit 10`;
const PAYMENTS = `select 'payment' as kind, m.id, o.code, c.name_latin as company, m.amount_minor as minor, m.currency,
    false as is_closed
  from matches m join companies c on c.id = m.company_id
  left join orders o on o.company_id = m.company_id and o.id = m.order_id
  where m.currency = $4 and m.state = 'confirmed' and m.kind in ('order', 'credit') and m.amount_minor <= $3
    and ($1 = '' or strpos(lower(o.code), $1) > 0 or m.reference = $2 or strpos(lower(c.name_latin), $1) > 0)
    and not exists (select 1 from matches r where r.company_id = m.company_id and r.reverses_id = m.id
      and r.state in ('proposed', 'first_confirmed', 'confirmed'))
  order by m.amount_minor desc, m.confirmed_at desc limit 20`;

const REFUNDS = `select 'refund' as kind, r.id, r.code, c.name_latin as company, r.amount_minor as minor, r.currency,
    false as is_closed
  from refunds r join companies c on c.id = r.company_id
  where r.currency = $4 and r.method = 'bank' and r.amount_minor = $3 and r.state = any($5)
    and ($1 = '' or strpos(lower(r.code), $1) > 0 or strpos(lower(c.name_latin), $1) > 0 or r.code = $2)
  order by r.sent_at, r.id limit 10`;

const targetOf = (row: TargetRow): TargetView => ({
  kind: row.kind,
  id: row.id,
  code: row.code,
  company: row.company,
  amount: money(Number(row.minor), row.currency),
  isClosed: row.is_closed,
});

/** What a line could be for, as a person searches it. */
@Injectable()
export class TargetRepository {
  async forMoneyIn(tx: Tx, asked: TargetSearch): Promise<TargetView[]> {
    const values = [asked.text, asked.code, asked.minor, asked.currency];
    const orders = await tx.query<TargetRow>(ORDERS, values);
    const companies = await tx.query<TargetRow>(COMPANIES, [asked.text, asked.code, asked.currency]);
    const refunds = await tx.query<TargetRow>(REFUNDS, [...values, ['settled']]);
    return [...orders, ...companies, ...refunds].map(targetOf);
  }

  async forMoneyOut(tx: Tx, asked: TargetSearch): Promise<TargetView[]> {
    const values = [asked.text, asked.code, asked.minor, asked.currency];
    const payments = await tx.query<TargetRow>(PAYMENTS, values);
    const companies = await tx.query<TargetRow>(COMPANIES, [asked.text, asked.code, asked.currency]);
    const refunds = await tx.query<TargetRow>(REFUNDS, [...values, ['sent']]);
    return [...refunds, ...payments, ...companies].map(targetOf);
  }
}
