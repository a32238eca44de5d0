import { Injectable } from '@nestjs/common';
import type { CompanyState } from '@qafila/shared/access/roles';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import type { Acceptances, Company } from '../domain/application';

interface CompanyRow {
  id: string;
  name_latin: string;
  name_arabic: string | null;
  country: string;
  currency: string;
  state: CompanyState;
  price_list: PriceList | null;
  account_manager: string | null;
  suspended_reason: string | null;
}
/** What an approval sets at once. */
export interface OpenedAccount {
  readonly nameLatin: string | null;
  readonly nameArabic: string | null;
  readonly registrationNumber: string | null;
  readonly vatNumber: string | null;
  readonly priceList: PriceList;
  readonly currency: string;
  readonly accountManagerId: string;
}

/** The company as its opening, its terms and its suspension see it. */
@Injectable()
export class OpeningRepository {
  async add(
    tx: Tx,
    given: { companyId: string; name: string; country: string; currency: string; ownerId: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into companies (id, name_latin, country, currency, state, policy_version, created_at)
       values ($1, $2, $3, $4, 'pending', 1, $5)`,
      [given.companyId, given.name, given.country, given.currency, given.at],
    );
    await tx.query(
      `insert into memberships (company_id, person_id, role, state) values ($1, $2, 'owner', 'enrolling')`,
      [given.companyId, given.ownerId],
    );
  }

  async read(tx: Tx, companyId: string, hold = false): Promise<Company> {
    const row = oneRow(
      await tx.query<CompanyRow>(
        `select c.id, c.name_latin, c.name_arabic, c.country, c.currency, c.state, c.price_list, c.suspended_reason,
           (select p.name from people p where p.id = c.account_manager_id) as account_manager
         from companies c where c.id = $1 ${hold ? 'for no key update of c' : ''}`,
        [companyId],
      ),
    );
    return {
      id: row.id,
      nameLatin: row.name_latin,
      nameArabic: row.name_arabic,
      country: row.country,
      currency: row.currency,
      state: row.state,
      priceList: row.price_list,
      accountManager: row.account_manager,
      suspendedReason: row.suspended_reason,
    };
  }

  /** Takes a step of the company that its lifecycle decided. Throws `STALE_RECORD`. */
  async advance(
    tx: Tx,
    company: Pick<Company, 'id' | 'state'>,
    step: { readonly to: CompanyState; readonly suspendedReason: string | null },
  ): Promise<void> {
    const rows = await tx.query(
      'update companies set state = $3, suspended_reason = $4 where id = $1 and state = $2 returning id',
      [company.id, company.state, step.to, step.suspendedReason],
    );
    if (rows.length === 0) throw new Problem('STALE_RECORD');
  }

  /** Names, numbers, price list, currency and account manager, as approved. */
  async equip(tx: Tx, companyId: string, given: OpenedAccount & { readonly at: Date }): Promise<void> {
    await tx.query(
      `update companies set name_latin = coalesce($2, name_latin), name_arabic = coalesce($3, name_arabic),
         registration_number = coalesce($4, registration_number), vat_number = coalesce($5, vat_number),
         price_list = $6, currency = $7, account_manager_id = $8, approved_at = $9
       where id = $1`,
      [
        companyId,
        given.nameLatin,
        given.nameArabic,
        given.registrationNumber,
        given.vatNumber,
        given.priceList,
        given.currency,
        given.accountManagerId,
        given.at,
      ],
    );
  }

  async addAddress(
    tx: Tx,
    given: { companyId: string; label: string; country: string; lines: readonly string[] },
  ): Promise<void> {
    await tx.query(
      `insert into company_addresses (company_id, id, label, country, lines, is_default)
       select $1, $2, $3, $4, $5, not exists (select 1 from company_addresses where company_id = $1)`,
      [given.companyId, newId(), given.label, given.country, given.lines],
    );
  }

  async acceptances(tx: Tx, companyId: string): Promise<Acceptances> {
    const rows = await tx.query<{ document: string; version: number; accepted_at: Date }>(
      `select distinct on (document) document, version, accepted_at from company_acceptances
       where company_id = $1 order by document, version desc`,
      [companyId],
    );
    const of = (document: string) => {
      const row = rows.find((each) => each.document === document);
      return row ? { version: row.version, acceptedAt: row.accepted_at } : null;
    };
    return { tradeTerms: of('trade_terms'), recipientsAgreement: of('recipients_agreement') };
  }

  /** Keeps who accepted which version when; the first acceptance of a version stays. */
  async accept(
    tx: Tx,
    given: {
      companyId: string;
      personId: string;
      at: Date;
      tradeTerms: number;
      recipientsAgreement: number;
    },
  ): Promise<void> {
    await tx.query(
      `insert into company_acceptances (company_id, document, version, person_id, accepted_at)
       values ($1, 'trade_terms', $2, $4, $5), ($1, 'recipients_agreement', $3, $4, $5) on conflict do nothing`,
      [given.companyId, given.tradeTerms, given.recipientsAgreement, given.personId, given.at],
    );
  }
}
