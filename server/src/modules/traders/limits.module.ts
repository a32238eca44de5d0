import { Global, Module } from '@nestjs/common';
import { SpendingLimits } from '../ordering/ordering.api';
import { Spending } from './app/spending';
import { SpendingRepository } from './db/spending.repository';

/** What companies let their people spend. Global: ordering asks for `SpendingLimits` without knowing us. */
@Global()
@Module({
  providers: [SpendingRepository, Spending, { provide: SpendingLimits, useExisting: Spending }],
  exports: [SpendingLimits, Spending],
})
export class LimitsModule {}
