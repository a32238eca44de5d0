import { Injectable } from '@nestjs/common';
import type { CompanyState, TraderRole } from '@qafila/shared/access/roles';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';

export interface ListedTrader {
  id: string;
  name_latin: string;
  name_arabic: string | null;
  country: string;
  registration_number: string | null;
  state: CompanyState;
  manager_id: string | null;
  manager_name: string | null;
  open_orders: number;
  last_order_at: Date | null;
  created_at: Date;
}
export interface WholeTrader extends ListedTrader {
  currency: string;
  price_list: PriceList | null;
  vat_number: string | null;
  drafts: number;
  people: { name: string; roles: TraderRole[] }[];
}
export interface TraderFilter {
  readonly q: string | null;
  readonly state: CompanyState | null;
  readonly country: string | null;
  readonly managerId: string | null;
  /** Sort key after which to go on: moment and id, or two nulls. */
  readonly after: readonly (string | null)[];
  readonly limit: number;
}

const LISTED = `c.id, c.name_latin, c.name_arabic, c.country, c.registration_number, c.state, m.id as manager_id,
    m.name as manager_name, c.created_at,
    (select count(*)::int from orders o where o.company_id = c.id and o.state in ('pending_approval', 'submitted', 'confirmed'))
      as open_orders,
    (select max(o.submitted_at) from orders o where o.company_id = c.id) as last_order_at
  `;

/** Companies as staff see them: no money, no factor, no mail of anybody. */
@Injectable()
export class TraderListRepository {
  /** The newest first; one row more than the limit. Names are compared folded: `company_fold`. */
  list(tx: Tx, filter: TraderFilter): Promise<ListedTrader[]> {
    return tx.query<ListedTrader>(
      `select ${LISTED} from companies c left join people m on m.id = c.account_manager_id
       where ($1::text is null or (company_fold($1) <> '' and c.search like '%' || company_fold($1) || '%'))
         and ($2::text is null or c.state = $2) and ($3::text is null or c.country = $3)
         and ($4::uuid is null or c.account_manager_id = $4)
         and ($5::timestamptz is null or (c.created_at, c.id) < ($5::timestamptz, $6::uuid))
       order by c.created_at desc, c.id desc limit $7`,
      [filter.q, filter.state, filter.country, filter.managerId, ...filter.after, filter.limit + 1],
    );
  }

  /** Countries that have a trader, for the filter. */
  async countries(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ country: string }>(
      'select distinct country from companies order by country',
    );
    return rows.map(({ country }) => country);
  }

  /** Throws `NOT_FOUND`. */
  async find(tx: Tx, id: string): Promise<WholeTrader> {
    return oneRow(
      await tx.query<WholeTrader>(
        `select ${LISTED}, c.currency, c.price_list, c.vat_number,
           (select count(*)::int from orders o where o.company_id = c.id and o.state = 'draft') as drafts,
           (select coalesce(json_agg(json_build_object('name', x.name, 'roles', x.roles) order by x.name), '[]')
            from (select p.name, array_agg(s.role order by s.role) as roles from memberships s
                  join people p on p.id = s.person_id
                  where s.company_id = c.id and s.state = 'active' group by p.id, p.name) x) as people
         from companies c left join people m on m.id = c.account_manager_id where c.id = $1`,
        [id],
      ),
    );
  }

  /** The state of a company, held until this transaction ends. Throws `NOT_FOUND`. */
  async lockState(tx: Tx, id: string): Promise<CompanyState> {
    const row = oneRow(
      await tx.query<{ state: CompanyState }>('select state from companies where id = $1 for no key update', [
        id,
      ]),
    );
    return row.state;
  }

  /** Throws `WRONG_STATE` when somebody was faster. */
  async move(tx: Tx, given: { id: string; from: CompanyState; to: CompanyState }): Promise<void> {
    const moved = await tx.query(
      'update companies set state = $3, suspended_reason = null where id = $1 and state = $2 returning id',
      [given.id, given.from, given.to],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
  }

  /** Everybody who ever worked for it. */
  async memberIds(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      'select distinct person_id from memberships where company_id = $1 order by person_id',
      [id],
    );
    return rows.map((row) => row.person_id);
  }
}
