import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { ForeignIdentity, IdentityAddress, SellerIdentity } from '../domain/deny-list';

const texts = z.array(z.string()).default([]);
const maybe = z.string().nullish();
/** What the seller settings say about the store; a seller without a name cannot be scanned for. */
const sellerSchema = z.object({
  nameLatin: z.string().min(2),
  nameArabic: maybe,
  otherNames: texts,
  addressLines: texts,
  phones: texts,
  mails: texts,
  domains: texts,
  vatNumber: maybe,
  registrationNumber: maybe,
  gs1Prefix: maybe,
});

/** An account of the store, past and coming ones included, with the place it was sealed for. */
export interface SealedIban {
  readonly table: string;
  readonly rowId: string;
  readonly column: string;
  readonly sealed: string;
}

interface CompanyRow {
  id: string;
  names: (string | null)[];
  mails: string[];
  registration_number: string | null;
  vat_number: string | null;
}

/**
 * Who must not be named on a parcel. It reads companies and brand profiles themselves, since no door offers
 * the names of all traders, and none should.
 */
@Injectable()
export class IdentityListRepository {
  /** The store. Throws when the seller settings are missing: a scan against nothing would pass everything. */
  async seller(tx: Tx): Promise<{ identity: SellerIdentity; ibans: readonly SealedIban[] }> {
    const [row] = await tx.query<{ identity: unknown; iban_enc: string; other_ibans: SealedIban[] }>(
      `select identity, iban_enc,
         (select coalesce(json_agg(i), '[]') from (
            select id::text as "rowId", 'iban_enc' as column, iban_enc as sealed from seller_account_changes
            union all
            select id::text, 'replaced_iban_enc', replaced_iban_enc from seller_account_changes
            where replaced_iban_enc is not null) i) as other_ibans
       from seller_settings where id = 1`,
    );
    if (!row) throw new Error('The seller settings are missing: no parcel can be scanned');
    return {
      identity: sellerOf(sellerSchema.parse(row.identity)),
      ibans: [
        { table: 'seller_settings', rowId: '1', column: 'iban_enc', sealed: row.iban_enc },
        ...row.other_ibans.map((each) => ({ ...each, table: 'seller_account_changes' })),
      ],
    };
  }

  /** Every other company with the names of its brands. */
  async others(tx: Tx, companyId: string): Promise<ForeignIdentity[]> {
    const rows = await tx.query<CompanyRow>(
      `select c.id, c.registration_number, c.vat_number,
         array[c.name_latin, c.name_arabic] || array(
           select n.value from brand_profiles b
           join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version
           cross join jsonb_each_text(v.content -> 'names') n
           where b.company_id = c.id and n.value is not null) as names,
         array(
           select v.content ->> 'replyEmail' from brand_profiles b
           join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version
           where b.company_id = c.id and v.content ->> 'replyEmail' <> '') as mails
       from companies c where c.id <> $1`,
      [companyId],
    );
    return rows.map((row) => ({
      ref: row.id,
      names: row.names.flatMap(given),
      mails: row.mails,
      registrations: given(row.registration_number),
      vatNumbers: given(row.vat_number),
    }));
  }
}

const given = (value: string | null | undefined): string[] => (value ? [value] : []);

function sellerOf(row: z.output<typeof sellerSchema>): SellerIdentity {
  return {
    names: [row.nameLatin, ...given(row.nameArabic), ...row.otherNames],
    addresses: row.addressLines.flatMap(addressOf),
    phones: row.phones,
    mails: row.mails,
    domains: row.domains,
    vatNumbers: given(row.vatNumber),
    registrations: given(row.registrationNumber),
    ibans: [],
    gs1Prefixes: given(row.gs1Prefix),
  };
}

/** A line that begins with a house number names a house; the town alone is anybody's. */
function addressOf(line: string): IdentityAddress[] {
  const [, buildingNumber, street] = /^(\d+)\s+(.+)$/.exec(line) ?? [];
  return buildingNumber && street ? [{ buildingNumber, street }] : [];
}
