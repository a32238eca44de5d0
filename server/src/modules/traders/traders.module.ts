import { Module } from '@nestjs/common';
import { ActingModule } from './acting.module';
import { ApplicationModule } from './application.module';
import { LimitsModule } from './limits.module';
import { MembersModule } from './members.module';

/** A trader: how he is let in, who works for him, what he may spend, and the store's acting for him. */
@Module({ imports: [ApplicationModule, LimitsModule, MembersModule, ActingModule] })
export class TradersModule {}
