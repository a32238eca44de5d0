import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit/audit';
import { Clock, MovableClock } from './clock/clock';
import { DemoClock } from './clock/demo-clock';
import { SimulatorsClock } from './clock/simulators-clock';
import { Config, readConfig } from './config/config';
import { BlindIndex } from './crypto/blind-index';
import { FieldCipher } from './crypto/field-cipher';
import { applicationDatabase } from './database/data-source';
import { StatementLog } from './database/statement-log';
import { UnitOfWork } from './database/unit-of-work';
import { Files } from './files/files';
import { Quarantine } from './files/quarantine';
import { ProblemFilter } from './http/problem-filter';
import { ReplyInterceptor } from './http/reply-interceptor';
import { RequestContext } from './http/request-context';
import { RouteCheck } from './http/route-check';
import { StoredReplies } from './http/stored-replies';
import { JobRunner } from './jobs/job-runner';
import { Log } from './log/log';
import { Mailer } from './mail/mailer';
import { Outbox } from './outbox/outbox';
import { OutboxDrain } from './outbox/outbox-drain';

const services = [
  StatementLog,
  RequestContext,
  UnitOfWork,
  FieldCipher,
  BlindIndex,
  Audit,
  Outbox,
  OutboxDrain,
  JobRunner,
  Files,
  Quarantine,
  Mailer,
  DemoClock,
  SimulatorsClock,
  RouteCheck,
  StoredReplies,
];

/** Configuration, clock and log stand before everything else, the database included. */
@Global()
@Module({
  providers: [
    StatementLog,
    { provide: Config, useFactory: () => readConfig() },
    { provide: Clock, useClass: MovableClock },
    { provide: Log, useFactory: (config: Config) => new Log(config), inject: [Config] },
  ],
  exports: [StatementLog, Config, Clock, Log],
})
export class ConfigModule {}

/** What every module stands on; it knows no business. */
@Global()
@Module({
  imports: [
    ConfigModule,
    DiscoveryModule,
    TypeOrmModule.forRootAsync({
      inject: [Config, StatementLog],
      useFactory: (config: Config, log: StatementLog) => ({
        ...applicationDatabase(config, log),
        retryAttempts: 3,
      }),
    }),
  ],
  providers: [
    ...services.filter((service) => service !== StatementLog),
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
  ],
  exports: [...services.filter((service) => service !== StatementLog), ConfigModule],
})
export class PlatformModule {}
