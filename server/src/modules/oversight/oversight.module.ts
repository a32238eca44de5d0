import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { OrderingModule } from '../ordering/ordering.module';
import { PaymentsModule } from '../payments/payments.module';
import { ShippingModule } from '../shipping/shipping.module';
import { ChainAudit } from './app/chain-audit';
import { ListAudit } from './app/list-audit';
import { ReadToday } from './app/read-today';
import { OversightController } from './http/oversight.controller';

/** The audit chain, the audit trail, and what waits for each staff role. */
@Module({
  imports: [CatalogueModule, OrderingModule, PaymentsModule, ShippingModule],
  controllers: [OversightController],
  providers: [ChainAudit, ListAudit, ReadToday],
})
export class OversightModule {}
