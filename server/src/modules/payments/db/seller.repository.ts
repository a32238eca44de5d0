import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { SellerSettings } from '../domain/seller';

const identitySchema = z.strictObject({
  nameLatin: z.string(),
  nameArabic: z.string(),
  otherNames: z.array(z.string()),
  addressLines: z.array(z.string()),
  phones: z.array(z.string()),
  mails: z.array(z.string()),
  domains: z.array(z.string()),
  vatNumber: z.string(),
  registrationNumber: z.string(),
  gs1Prefix: z.string(),
  bank: z.strictObject({ latin: z.string(), arabic: z.string() }),
});
/** Where the seller's IBAN stands, for sealing and opening. */
export const SELLER_IBAN_PLACE = { table: 'seller_settings', column: 'iban_enc', rowId: '1' };

interface Row {
  identity: unknown;
  iban_enc: string;
  iban_hash: string;
  bic: string;
  version: number;
}

@Injectable()
export class SellerRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The settings, with the IBAN opened. Throws `NOT_FOUND` before anybody filled them in. */
  async read(tx: Tx): Promise<SellerSettings> {
    const row = oneRow(
      await tx.query<Row>('select identity, iban_enc, iban_hash, bic, version from seller_settings'),
    );
    const sealer = await this.cipher.sealerFor(null);
    return {
      identity: identitySchema.parse(row.identity),
      iban: sealer.open(SELLER_IBAN_PLACE, row.iban_enc),
      ibanHash: row.iban_hash,
      bic: row.bic,
      version: row.version,
    };
  }

  /** Blind indexes of the account in force and of those it replaced: money still arrives there. Throws `NOT_FOUND`. */
  async accountHashes(tx: Tx): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ iban_hash: string }>(
      `select iban_hash from seller_settings
       union select replaced_iban_hash from seller_account_changes where replaced_iban_hash is not null`,
    );
    return new Set([oneRow(rows), ...rows].map((row) => row.iban_hash));
  }
}
