import { Global, Module } from '@nestjs/common';
import { Notices } from '../../platform/notices/notices';
import { OrderingModule } from '../ordering/ordering.module';
import { PaymentsModule } from '../payments/payments.module';
import { ShippingModule } from '../shipping/shipping.module';
import { ChooseWishes } from './app/choose-wishes';
import { NoticeMails } from './app/notice-mails';
import { OrderMails } from './app/order-mails';
import { ReadInbox } from './app/read-inbox';
import { ReadNotices } from './app/read-notices';
import { SendDueNotices } from './app/send-due-notices';
import { TellNotice } from './app/tell-notice';
import { NoticeRepository } from './db/notice.repository';
import { WishRepository } from './db/wish.repository';
import { InboxController } from './http/inbox.controller';
import { NoticesController } from './http/notices.controller';
import { HeldMailsListener } from './jobs/held-mails.listener';
import { NoticesJob } from './jobs/notices.job';

/**
 * What is said to traders' people: the inbox, the mails, and the inbox page of the demo. Global: every module tells
 * through `Notices` of the platform without knowing us.
 */
@Global()
@Module({
  imports: [OrderingModule, PaymentsModule, ShippingModule],
  controllers: [InboxController, NoticesController],
  providers: [
    NoticeRepository,
    WishRepository,
    NoticeMails,
    TellNotice,
    { provide: Notices, useExisting: TellNotice },
    SendDueNotices,
    ReadNotices,
    ChooseWishes,
    NoticesJob,
    HeldMailsListener,
    OrderMails,
    ReadInbox,
  ],
  exports: [Notices],
})
export class NotificationsModule {}
