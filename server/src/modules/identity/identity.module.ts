import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Config } from '../../platform/config/config';
import { ContractGuard } from '../../platform/http/contract-guard';
import { FreshCode } from '../../platform/http/fresh-code';
import { ChooseLocale } from './app/choose-locale';
import { CompleteSignIn } from './app/complete-sign-in';
import { ConfirmEmail } from './app/confirm-email';
import { CountLinkTries } from './app/count-link-tries';
import { Credentials } from './app/credentials';
import { DecideFactorCase } from './app/decide-factor-case';
import { DemoAccounts } from './app/demo-accounts';
import { DescribeSession } from './app/describe-session';
import { DueMails } from './app/due-mails';
import { Enrolment } from './app/enrolment';
import { FactorCaseDesk } from './app/factor-case-desk';
import { FactorChanges } from './app/factor-changes';
import { FactorCheckup } from './app/factor-checkup';
import { ForgetEnded } from './app/forget-ended';
import { KnownDevices } from './app/known-devices';
import { KnownPasswords } from './app/known-passwords';
import { Links } from './app/links';
import { LostFactor } from './app/lost-factor';
import { LostFactorCases } from './app/lost-factor-cases';
import { NewPasswords } from './app/new-passwords';
import { OpenCompany } from './app/open-company';
import { OwnSessions } from './app/own-sessions';
import { PasskeyAnswers } from './app/passkey-answers';
import { PasskeyChallenges } from './app/passkey-challenges';
import { PasskeySignIn } from './app/passkey-sign-in';
import { Passkeys } from './app/passkeys';
import { PasswordCheck } from './app/password-check';
import { PeopleDoor } from './app/people-door';
import { RateLimit } from './app/rate-limit';
import { ReadFactors } from './app/read-factors';
import { RecoveryCodes } from './app/recovery-codes';
import { RefreshTokens } from './app/refresh-tokens';
import { Register } from './app/register';
import { SecondFactor } from './app/second-factor';
import { SecurityMailer } from './app/security-mailer';
import { SecurityMails } from './app/security-mails';
import { Sessions } from './app/sessions';
import { SignIn } from './app/sign-in';
import { Standings } from './app/standings';
import { StepUpTokens } from './app/step-up-tokens';
import { TotpFactors } from './app/totp-factors';
import { Tries } from './app/tries';
import { FactorCaseRepository } from './db/factor-case.repository';
import { AccountController } from './http/account.controller';
import { Callers } from './http/callers';
import { DemoController } from './http/demo.controller';
import { FactorsController } from './http/factors.controller';
import { IdentityController } from './http/identity.controller';
import { LostFactorController } from './http/lost-factor.controller';
import { PasskeySignInController } from './http/passkey-sign-in.controller';
import { RegistrationController } from './http/registration.controller';
import { SessionCookies, tokenKeyOf } from './http/session-cookies';
import { SessionDoorKeeper } from './http/session-door';
import { SessionGuard } from './http/session-guard';
import { SessionStrategy } from './http/session-strategy';
import { FactorCases, LinkTries, People, SessionDoor } from './identity.api';

const passwords = [KnownPasswords, NewPasswords, PasswordCheck, Credentials, ConfirmEmail];
const factors = [
  Enrolment,
  SecondFactor,
  StepUpTokens,
  FactorChanges,
  FactorCheckup,
  ReadFactors,
  TotpFactors,
  RecoveryCodes,
  Passkeys,
  PasskeyChallenges,
  PasskeyAnswers,
  PasskeySignIn,
];
const sessions = [
  RefreshTokens,
  Sessions,
  OwnSessions,
  Standings,
  KnownDevices,
  ForgetEnded,
  SessionCookies,
  Callers,
];
const signingIn = [RateLimit, Tries, SignIn, CompleteSignIn, DescribeSession, ChooseLocale, SessionStrategy];
const lostFactors = [FactorCaseRepository, LostFactor, LostFactorCases, FactorCaseDesk, DecideFactorCase];
const mails = [DueMails, Links, CountLinkTries, SecurityMailer, SecurityMails];

/** People, how they prove who they are, and their sessions; also the guards every route stands behind. */
@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ secret: tokenKeyOf(config) }),
    }),
  ],
  controllers: [
    IdentityController,
    RegistrationController,
    FactorsController,
    PasskeySignInController,
    AccountController,
    LostFactorController,
    DemoController,
  ],
  providers: [
    ...passwords,
    ...factors,
    ...sessions,
    ...signingIn,
    ...lostFactors,
    ...mails,
    PeopleDoor,
    SessionDoorKeeper,
    Register,
    OpenCompany,
    DemoAccounts,
    { provide: People, useExisting: PeopleDoor },
    { provide: SessionDoor, useExisting: SessionDoorKeeper },
    { provide: LinkTries, useExisting: CountLinkTries },
    { provide: FactorCases, useExisting: FactorCaseRepository },
    { provide: FreshCode, useExisting: SecondFactor },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: ContractGuard },
  ],
  exports: [Sessions, People, SessionDoor, LinkTries, FactorCases],
})
export class IdentityModule {}
