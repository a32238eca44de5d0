import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Consignment } from '../domain/consignment';
import type { RecipientRecord } from '../domain/recipient-record';
import { recipientPlace, tokenPlace } from '../domain/sealed-places';

type Sealed = Pick<Consignment, 'companyId' | 'id' | 'recipientEnc' | 'tokenEnc'>;

/** Opens what is sealed in a parcel. Whoever opens it for staff writes an audit row of the read. */
@Injectable()
export class ParcelSecrets {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly config: Config,
  ) {}

  async recipientOf(parcel: Sealed): Promise<RecipientRecord> {
    const sealer = await this.cipher.sealerFor(parcel.companyId);
    return JSON.parse(sealer.open(recipientPlace(parcel.id), parcel.recipientEnc)) as RecipientRecord;
  }

  /** Address of the recipient's page, on the tracking origin. */
  async trackingUrlOf(parcel: Sealed): Promise<string> {
    const sealer = await this.cipher.sealerFor(parcel.companyId);
    const token = sealer.open(tokenPlace(parcel.id), parcel.tokenEnc);
    return `${this.config.values.TRACKING_ORIGIN}/p/${token}`;
  }
}
