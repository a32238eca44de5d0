import { Module } from '@nestjs/common';
import { OrderingModule } from '../ordering/ordering.module';
import { PaymentsModule } from '../payments/payments.module';
import { ShippingModule } from '../shipping/shipping.module';
import { OrderMails } from './app/order-mails';
import { ReadInbox } from './app/read-inbox';
import { Readers } from './app/readers';
import { InboxController } from './http/inbox.controller';

/** Mails to traders about what happened, and the inbox page of the demo. */
@Module({
  imports: [OrderingModule, PaymentsModule, ShippingModule],
  controllers: [InboxController],
  providers: [Readers, OrderMails, ReadInbox],
})
export class NotificationsModule {}
