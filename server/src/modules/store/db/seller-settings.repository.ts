import { Injectable } from '@nestjs/common';
import type { SellerAccountInput, SellerIdentityInput } from '@qafila/shared/store/seller-fields';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';

/** Where the seller's IBAN stands: payments and the leak scan open it there. */
const IBAN_PLACE = { table: 'seller_settings', column: 'iban_enc', rowId: '1' };

/** Writes the one row of seller settings; reading is payments' door. */
@Injectable()
export class SellerSettingsRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Writes the identity and leaves the account alone. Throws `STALE_RECORD`. */
  async writeIdentity(tx: Tx, identity: SellerIdentityInput, version: number): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      `update seller_settings set identity = $1::jsonb || jsonb_build_object('bank', identity -> 'bank'), version = version + 1
       where id = 1 and version = $2 returning version`,
      [JSON.stringify(identity), version],
    );
    if (!row) throw new Problem('STALE_RECORD');
    return row.version;
  }

  /** Puts another account in force. */
  async writeAccount(tx: Tx, account: SellerAccountInput, ibanHash: string): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    await tx.query(
      `update seller_settings set iban_enc = $1, iban_hash = $2, bic = $3,
         identity = identity || jsonb_build_object('bank', $4::jsonb), version = version + 1
       where id = 1`,
      [sealer.seal(IBAN_PLACE, account.iban), ibanHash, account.bic, JSON.stringify(account.bank)],
    );
  }
}
