import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { orderConsignments } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { ConsignmentRepository } from '../db/consignment.repository';
import type { Consignment } from '../domain/consignment';
import { cityOf } from '../domain/recipient-record';
import { ParcelSecrets } from './parcel-secrets';

type Reply = ReplyOf<typeof orderConsignments>;

/** Parcels of an order with their recipients, opened for the trader whose they are. */
@Injectable()
export class ListOrderConsignments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly orders: Orders,
    private readonly secrets: ParcelSecrets,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, orderId: string): Promise<Reply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      oneRow(await this.orders.factsOf(tx, [orderId]));
      await this.audit.look(tx, {
        event: 'shipping.recipient_read',
        companyId: scope.companyId,
        subject: { kind: 'order', id: orderId },
      });
      const parcels = await this.consignments.ofOrder(tx, scope.companyId, orderId);
      return { rows: await Promise.all(parcels.map((parcel) => this.viewOf(parcel))) };
    });
  }

  private async viewOf(parcel: Consignment): Promise<Reply['rows'][number]> {
    const recipient = await this.secrets.recipientOf(parcel);
    const isWithCarrier = parcel.handedOverAt !== null;
    return {
      id: parcel.id,
      parcelCode: parcel.parcelCode,
      index: parcel.position,
      state: parcel.state,
      recipientName: recipient.name,
      city: cityOf(recipient),
      pieces: parcel.pieces,
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      trackingUrl: isWithCarrier ? await this.secrets.trackingUrlOf(parcel) : null,
      scanPassed: parcel.scan?.verdict === 'pass',
      handedOverAt: parcel.handedOverAt?.toISOString() ?? null,
    };
  }
}
