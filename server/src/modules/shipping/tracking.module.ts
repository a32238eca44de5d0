import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ContractGuard } from '../../platform/http/contract-guard';
import { FreshCode } from '../../platform/http/fresh-code';
import { PlatformModule } from '../../platform/platform.module';
import { ShowTrackingLogo } from './app/show-tracking-logo';
import { TrackParcel } from './app/track-parcel';
import { TrackingRepository } from './db/tracking.repository';
import { NoFreshCode } from './http/no-fresh-code';
import { TrackingController } from './http/tracking.controller';

/** The recipients' process: no session, no portal route, nothing but the parcel of a link. */
@Module({
  imports: [PlatformModule],
  controllers: [TrackingController],
  providers: [
    TrackParcel,
    ShowTrackingLogo,
    TrackingRepository,
    { provide: FreshCode, useClass: NoFreshCode },
    { provide: APP_GUARD, useClass: ContractGuard },
  ],
})
export class TrackingModule {}
