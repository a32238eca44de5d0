import { Injectable } from '@nestjs/common';
import { recipientScope } from '../../../platform/access/scope';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { TrackingRepository } from '../db/tracking.repository';

/** The brand's logo, for the bearer of a tracking link of one of its parcels. */
@Injectable()
export class ShowTrackingLogo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: BlindIndex,
    private readonly tracking: TrackingRepository,
    private readonly files: Files,
  ) {}

  run(token: string): Promise<Buffer> {
    const hash = this.index.ofToken(token);
    return this.unitOfWork.run(recipientScope(hash), async (tx) => {
      const { logoFileId } = await this.tracking.parcel(tx, hash);
      if (logoFileId === null) throw new Problem('NOT_FOUND');
      return (await this.files.read(tx, logoFileId)).bytes;
    });
  }
}
