import { Module } from '@nestjs/common';
import { BrandingModule } from '../branding/branding.module';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { BookMoney } from './app/book-money';
import { CancelOrder } from './app/cancel-order';
import { CountParcel } from './app/count-parcel';
import { CreateDraft } from './app/create-draft';
import { DescribeOrder } from './app/describe-order';
import { EditDraft } from './app/edit-draft';
import { ExpireHolds } from './app/expire-holds';
import { GetOrder } from './app/get-order';
import { JudgeDraft } from './app/judge-draft';
import { ListOrders } from './app/list-orders';
import { ListStaffOrders } from './app/list-staff-orders';
import { LoadPrices } from './app/load-prices';
import { PlanReorder } from './app/plan-reorder';
import { ProposeReorder } from './app/propose-reorder';
import { PutLines } from './app/put-lines';
import { PutRecipients } from './app/put-recipients';
import { Reorder } from './app/reorder';
import { ReviewOrder } from './app/review-order';
import { SubmitOrder } from './app/submit-order';
import { TakeOverDraft } from './app/take-over-draft';
import { TraderHome } from './app/trader-home';
import { LineRepository } from './db/line.repository';
import { OrderRepository } from './db/order.repository';
import { OrderDoorRepository } from './db/order-door.repository';
import { OrderListRepository } from './db/order-list.repository';
import { RecipientRepository } from './db/recipient.repository';
import { DraftsController } from './http/drafts.controller';
import { OrdersController } from './http/orders.controller';
import { OverviewsController } from './http/overviews.controller';
import { ExpireHoldsJob } from './jobs/expire-holds.job';
import { MoneyListener } from './jobs/money.listener';
import { ParcelsListener } from './jobs/parcels.listener';
import { Orders } from './ordering.api';

const useCases = [
  CreateDraft,
  EditDraft,
  PutLines,
  PutRecipients,
  ListOrders,
  GetOrder,
  ReviewOrder,
  SubmitOrder,
  CancelOrder,
  TakeOverDraft,
  ProposeReorder,
  Reorder,
  ExpireHolds,
  BookMoney,
  CountParcel,
  TraderHome,
  ListStaffOrders,
  DescribeOrder,
  JudgeDraft,
  LoadPrices,
  PlanReorder,
];
const repositories = [
  OrderRepository,
  LineRepository,
  RecipientRepository,
  OrderListRepository,
  OrderDoorRepository,
];

/** Drafts, orders and their way to `confirmed`. The module whose shape the others copy. */
@Module({
  imports: [CatalogueModule, BrandingModule, PrivacyModule],
  controllers: [DraftsController, OrdersController, OverviewsController],
  providers: [...useCases, ...repositories, ExpireHoldsJob, MoneyListener, ParcelsListener, Orders],
  exports: [Orders],
})
export class OrderingModule {}
