import { Module } from '@nestjs/common';
import { ActForTrader } from './app/act-for-trader';
import { ListTraders } from './app/list-traders';
import { MoveCompany } from './app/move-company';
import { ReadTrader } from './app/read-trader';
import { TraderListRepository } from './db/trader-list.repository';
import { ActingController } from './http/acting.controller';
import { ActingListener } from './jobs/acting.listener';

/** Traders as staff see them, their suspension, and acting for one. */
@Module({
  controllers: [ActingController],
  providers: [TraderListRepository, ListTraders, ReadTrader, MoveCompany, ActForTrader, ActingListener],
})
export class ActingModule {}
