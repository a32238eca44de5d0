import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { CARRIERS } from '@qafila/shared/shipping/shipping.contract';
import type { Tx } from '../../platform/database/unit-of-work';
import { ParcelSecrets } from './app/parcel-secrets';
import { ConsignmentRepository } from './db/consignment.repository';
import { WaitingRepository } from './db/waiting.repository';

/** Parcels that wait for one step, and since when the oldest does; `null` when none waits. */
export interface Waiting {
  readonly count: number;
  readonly oldest: Date | null;
}
/** What waits for the warehouse, and what the leak scan holds back for the privacy officer. */
export interface ParcelsWaiting {
  readonly toPack: Waiting;
  readonly toLabel: Waiting;
  readonly toHandOver: Waiting;
  readonly leaksBlocked: Waiting;
}
/** A parcel that went to its carrier, for the mail to its trader; the recipient is not in it. */
export interface HandedOverParcel {
  readonly companyId: string;
  readonly orderId: string;
  readonly parcelCode: string;
  readonly index: number;
  readonly count: number;
  readonly brandName: string;
  readonly brandNameArabic: string | null;
  readonly carrier: (typeof CARRIERS)[number];
  readonly trackingNumber: string;
  /** The recipient's page on the tracking origin: the trader may send it on. */
  readonly trackingUrl: string;
  /** Language of the recipient's papers. */
  readonly locale: Locale;
  readonly handedOverAt: Date;
}

const NONE: Waiting = { count: 0, oldest: null };

/** The door of shipping: what other modules may know of parcels. */
@Injectable()
export class Consignments {
  constructor(
    private readonly consignments: ConsignmentRepository,
    private readonly waitingParcels: WaitingRepository,
    private readonly secrets: ParcelSecrets,
  ) {}

  /** Counts for the staff home, in one statement. Needs a staff or system scope. */
  async waiting(tx: Tx): Promise<ParcelsWaiting> {
    const counts = await this.waitingParcels.counts(tx);
    return {
      toPack: counts.get('pack') ?? NONE,
      toLabel: counts.get('label') ?? NONE,
      toHandOver: counts.get('hand_over') ?? NONE,
      leaksBlocked: counts.get('leaks') ?? NONE,
    };
  }

  /** A handed-over parcel with its tracking link. Throws `NOT_FOUND`; an error if it was not handed over. */
  async handedOver(tx: Tx, companyId: string, consignmentId: string): Promise<HandedOverParcel> {
    const parcel = await this.consignments.ofCompany(tx, companyId, consignmentId);
    const { carrier, trackingNumber, handedOverAt, brand } = parcel;
    if (carrier === null || trackingNumber === null || handedOverAt === null)
      throw new Error(`Consignment ${consignmentId} was not handed over`);
    return {
      companyId,
      orderId: parcel.orderId,
      parcelCode: parcel.parcelCode,
      index: parcel.position,
      count: parcel.parcelCount,
      brandName: brand.nameLatin,
      brandNameArabic: brand.nameArabic,
      carrier,
      trackingNumber,
      trackingUrl: await this.secrets.trackingUrlOf(parcel),
      locale: parcel.locale,
      handedOverAt,
    };
  }
}
