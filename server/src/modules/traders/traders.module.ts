import { Module } from '@nestjs/common';
import { ActForTrader } from './app/act-for-trader';
import { ListTraders } from './app/list-traders';
import { MoveCompany } from './app/move-company';
import { ReadTrader } from './app/read-trader';
import { TraderListRepository } from './db/trader-list.repository';
import { ActingController } from './http/acting.controller';
import { ActingListener } from './jobs/acting.listener';

/** Traders for staff, and acting for one. */
const acting = [TraderListRepository, ListTraders, ReadTrader, MoveCompany, ActForTrader, ActingListener];

/** Companies: how they are let in, who works for them, and how staff help them. */
@Module({
  controllers: [ActingController],
  providers: [...acting],
})
export class TradersModule {}
