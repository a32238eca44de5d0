import { Injectable } from '@nestjs/common';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import { recipientScope } from '../../../platform/access/scope';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { TrackingRepository } from '../db/tracking.repository';
import { trackingViewOf } from '../domain/tracking-view';

/** What the bearer of a tracking link reads. An unknown secret and a parcel not yet handed over look the same. */
@Injectable()
export class TrackParcel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: BlindIndex,
    private readonly tracking: TrackingRepository,
  ) {}

  run(token: string): Promise<TrackingView> {
    const hash = this.index.ofToken(token);
    return this.unitOfWork.run(recipientScope(hash), async (tx) => {
      const parcel = await this.tracking.parcel(tx, hash);
      const view = trackingViewOf(parcel, await this.tracking.items(tx, parcel));
      if (!view) throw new Problem('NOT_FOUND');
      return view;
    });
  }
}
