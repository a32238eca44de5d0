import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Bounds } from '@qafila/shared/traders/bounds';
import type { SpendingWindow, TimeZone } from '@qafila/shared/traders/calendar';
import type { CompanyView } from '@qafila/shared/traders/company.contract';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';

export interface CompanyRow {
  readonly id: string;
  readonly name_latin: string;
  readonly name_arabic: string | null;
  readonly country: string;
  readonly currency: Currency;
  readonly registration_number: string | null;
  readonly vat_number: string | null;
  readonly state: CompanyView['state'];
  readonly time_zone: TimeZone | null;
  readonly locale: Locale | null;
  readonly limit_minor: string | null;
  readonly limit_window: SpendingWindow | null;
  readonly approval_minor: string | null;
  readonly version: number;
  readonly addresses: CompanyView['addresses'];
}
export interface AddressFields {
  readonly label: string;
  readonly country: string;
  readonly lines: readonly string[];
}
interface AddressKey {
  readonly companyId: string;
  readonly id: string;
}

/** Settings and addresses of a company; its verified facts belong to the application. */
@Injectable()
export class CompanyRepository {
  async find(tx: Tx, companyId: string): Promise<CompanyRow> {
    return oneRow(
      await tx.query<CompanyRow>(
        `select c.id, c.name_latin, c.name_arabic, c.country, c.currency, c.registration_number, c.vat_number, c.state,
           s.time_zone, s.locale, s.limit_minor, s.limit_window, s.approval_minor, coalesce(s.version, 1) as version,
           coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'label', a.label, 'country', a.country,
               'lines', to_jsonb(a.lines), 'isDefault', a.is_default) order by a.is_default desc, a.label, a.id)
             from company_addresses a where a.company_id = c.id and a.removed_at is null), '[]'::jsonb) as addresses
         from companies c left join company_settings s on s.company_id = c.id where c.id = $1`,
        [companyId],
      ),
    );
  }

  /** Writes the settings if their version is the one expected. */
  async put(
    tx: Tx,
    companyId: string,
    given: Bounds & {
      readonly timeZone: string;
      readonly locale: Locale;
      readonly version: number;
    },
  ): Promise<boolean> {
    const rows = await tx.query(
      `insert into company_settings (company_id, time_zone, locale, limit_minor, limit_window, approval_minor, version)
       select $1, $2, $3, $4, $5, $6, 2
       where $7 = coalesce((select version from company_settings where company_id = $1), 1)
       on conflict (company_id) do update set time_zone = excluded.time_zone, locale = excluded.locale,
         limit_minor = excluded.limit_minor, limit_window = excluded.limit_window, approval_minor = excluded.approval_minor,
         version = company_settings.version + 1
       where company_settings.version = $7 returning version`,
      [
        companyId,
        given.timeZone,
        given.locale,
        given.limit?.amount.minor ?? null,
        given.limit?.window ?? null,
        given.approvalLimit?.minor ?? null,
        given.version,
      ],
    );
    return rows.length > 0;
  }

  /** The first address of a company is its default. */
  async addAddress(
    tx: Tx,
    companyId: string,
    given: AddressFields & { isDefault: boolean },
  ): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into company_addresses (company_id, id, label, country, lines, is_default) values ($1, $2, $3, $4, $5, $6)',
      [companyId, id, given.label, given.country, given.lines, given.isDefault],
    );
    return id;
  }

  /** Takes an address out of the list. Throws `NOT_FOUND`. */
  async removeAddress(tx: Tx, of: AddressKey, at: Date): Promise<{ isDefault: boolean }> {
    return oneRow(
      await tx.query<{ isDefault: boolean }>(
        `update company_addresses set removed_at = $3 where company_id = $1 and id = $2 and removed_at is null
         returning is_default as "isDefault"`,
        [of.companyId, of.id, at],
      ),
    );
  }

  /** Drafts that went to an address follow its successor. */
  async moveDrafts(tx: Tx, of: AddressKey, to: string | null): Promise<void> {
    await tx.query(
      `update orders set address_id = $3 where company_id = $1 and address_id = $2 and state = 'draft'`,
      [of.companyId, of.id, to],
    );
  }

  /** Throws `NOT_FOUND`. */
  async preferAddress(tx: Tx, { companyId, id }: AddressKey): Promise<void> {
    oneRow(
      await tx.query(
        'select id from company_addresses where company_id = $1 and id = $2 and removed_at is null',
        [companyId, id],
      ),
    );
    await tx.query(
      'update company_addresses set is_default = (id = $2) where company_id = $1 and is_default <> (id = $2)',
      [companyId, id],
    );
  }
}
