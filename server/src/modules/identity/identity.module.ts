import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Config } from '../../platform/config/config';
import { ContractGuard } from '../../platform/http/contract-guard';
import { FreshCode } from '../../platform/http/fresh-code';
import { ChooseLocale } from './app/choose-locale';
import { CompleteSignIn } from './app/complete-sign-in';
import { DemoAccounts } from './app/demo-accounts';
import { DescribeSession } from './app/describe-session';
import { RateLimit } from './app/rate-limit';
import { SecondFactor } from './app/second-factor';
import { Sessions } from './app/sessions';
import { SignIn } from './app/sign-in';
import { DemoController } from './http/demo.controller';
import { IdentityController } from './http/identity.controller';
import { SessionCookies } from './http/session-cookies';
import { SessionGuard } from './http/session-guard';
import { SessionStrategy } from './http/session-strategy';

/** Sign-in, second factors and sessions; also the guards every route stands behind. */
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ secret: config.values.SESSION_KEY.reveal() }),
    }),
  ],
  controllers: [IdentityController, DemoController],
  providers: [
    RateLimit,
    SecondFactor,
    Sessions,
    SignIn,
    CompleteSignIn,
    DescribeSession,
    ChooseLocale,
    DemoAccounts,
    SessionCookies,
    SessionStrategy,
    { provide: FreshCode, useExisting: SecondFactor },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: ContractGuard },
  ],
  exports: [Sessions],
})
export class IdentityModule {}
