import { Module } from '@nestjs/common';
import { BrandingModule } from '../branding/branding.module';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { OrderingModule } from '../ordering/ordering.module';
import { CancelConsignments } from './app/cancel-consignments';
import { DenyLists } from './app/deny-lists';
import { FollowOrder } from './app/follow-order';
import { HandOverParcel } from './app/hand-over-parcel';
import { HoldConsignments } from './app/hold-consignments';
import { LabelParcel } from './app/label-parcel';
import { LeakGate } from './app/leak-gate';
import { LeakReport } from './app/leak-report';
import { ListOrderConsignments } from './app/list-order-consignments';
import { ListParcels } from './app/list-parcels';
import { PackParcel } from './app/pack-parcel';
import { PaperMaker } from './app/paper-maker';
import { ParcelReader } from './app/parcel-reader';
import { ParcelSecrets } from './app/parcel-secrets';
import { PlanConsignments } from './app/plan-consignments';
import { PrintPickList } from './app/print-pick-list';
import { ReleaseConsignments } from './app/release-consignments';
import { ScanPiece } from './app/scan-piece';
import { ShowConsignmentSlip } from './app/show-consignment-slip';
import { ShowParcel } from './app/show-parcel';
import { ShowParcelDocument } from './app/show-parcel-document';
import { ShowParcelLogo } from './app/show-parcel-logo';
import { StartPicking } from './app/start-picking';
import { ConsignmentRepository } from './db/consignment.repository';
import { IdentityListRepository } from './db/identity-list.repository';
import { ItemRepository } from './db/item.repository';
import { NewParcelRepository } from './db/new-parcel.repository';
import { PaperRepository } from './db/paper.repository';
import { WaitingRepository } from './db/waiting.repository';
import { ShippingController } from './http/shipping.controller';
import { OrderListener } from './jobs/order.listener';
import { Consignments } from './shipping.api';

const repositories = [
  ConsignmentRepository,
  ItemRepository,
  NewParcelRepository,
  PaperRepository,
  IdentityListRepository,
  WaitingRepository,
];
const useCases = [
  FollowOrder,
  PlanConsignments,
  ReleaseConsignments,
  CancelConsignments,
  HoldConsignments,
  ListParcels,
  ShowParcel,
  StartPicking,
  ScanPiece,
  PackParcel,
  LabelParcel,
  HandOverParcel,
  ShowParcelDocument,
  ShowParcelLogo,
  PrintPickList,
  ListOrderConsignments,
  ShowConsignmentSlip,
];

/** Parcels from the paid order to the carrier, blind. */
@Module({
  imports: [OrderingModule, BrandingModule, CatalogueModule],
  controllers: [ShippingController],
  providers: [
    ...repositories,
    ...useCases,
    ParcelReader,
    ParcelSecrets,
    PaperMaker,
    DenyLists,
    LeakGate,
    LeakReport,
    OrderListener,
    Consignments,
  ],
  exports: [Consignments],
})
export class ShippingModule {}
