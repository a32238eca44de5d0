import { Module } from '@nestjs/common';
import { BriefsModule } from '../branding/briefs.module';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { IdentityModule } from '../identity/identity.module';
import { OrderingModule } from '../ordering/ordering.module';
import { PaymentsModule } from '../payments/payments.module';
import { ShippingModule } from '../shipping/shipping.module';
import { StoreModule } from '../store/store.module';
import { ApplicationModule } from '../traders/application.module';
import { AuditKey } from './app/audit-key';
import { ChainAudit } from './app/chain-audit';
import { ListAudit } from './app/list-audit';
import { ListTrail } from './app/list-trail';
import { ReadToday } from './app/read-today';
import { SealFiles } from './app/seal-files';
import { SealHeads } from './app/seal-heads';
import { VerifyAudit } from './app/verify-audit';
import { OversightController } from './http/oversight.controller';

/** The audit chain, the audit trail, and what waits for each staff role. */
@Module({
  imports: [
    ApplicationModule,
    BriefsModule,
    CatalogueModule,
    IdentityModule,
    OrderingModule,
    PaymentsModule,
    ShippingModule,
    StoreModule,
  ],
  controllers: [OversightController],
  providers: [AuditKey, ChainAudit, ListAudit, ListTrail, ReadToday, SealFiles, SealHeads, VerifyAudit],
})
export class OversightModule {}
