import { Module } from '@nestjs/common';
import { AssetsModule } from './modules/branding/assets.module';
import { BrandingModule } from './modules/branding/branding.module';
import { BriefsModule } from './modules/branding/briefs.module';
import { DecisionsModule } from './modules/branding/decisions.module';
import { PackagingModule } from './modules/branding/packaging.module';
import { ProfilesModule } from './modules/branding/profiles.module';
import { CatalogueModule } from './modules/catalogue/catalogue.module';
import { IdentityModule } from './modules/identity/identity.module';
import { NotificationsModule } from './modules/notifications/notifications.module';
import { OrderingModule } from './modules/ordering/ordering.module';
import { OversightModule } from './modules/oversight/oversight.module';
import { PaymentsModule } from './modules/payments/payments.module';
import { PrivacyModule } from './modules/privacy/privacy.module';
import { ShippingModule } from './modules/shipping/shipping.module';
import { StoreModule } from './modules/store/store.module';
import { TradersModule } from './modules/traders/traders.module';
import { PlatformModule } from './platform/platform.module';

/** The portal: server and worker run the same modules. */
@Module({
  imports: [
    PlatformModule,
    IdentityModule,
    BrandingModule,
    BriefsModule,
    DecisionsModule,
    AssetsModule,
    PackagingModule,
    ProfilesModule,
    CatalogueModule,
    PaymentsModule,
    OrderingModule,
    ShippingModule,
    TradersModule,
    NotificationsModule,
    StoreModule,
    PrivacyModule,
    OversightModule,
  ],
})
export class AppModule {}
