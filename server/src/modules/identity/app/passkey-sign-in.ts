import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FAILURES_BEFORE_LOCK, NETWORK_TRIES, PORTAL_TRIES } from '@qafila/shared/identity/identity.rules';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import type { Caller } from './caller';
import { CompleteSignIn, type Entered } from './complete-sign-in';
import { KnownDevices } from './known-devices';
import { factorBucket } from './own-account';
import { PasskeyAnswers } from './passkey-answers';
import { RateLimit } from './rate-limit';
import { StepUpTokens } from './step-up-tokens';

/** What a call will send, as its client says before it asks the passkey. */
export interface Operation {
  readonly endpoint: string;
  readonly url: string;
  readonly body?: unknown;
}
/** The same hash the guard makes of the call itself: endpoint, address, body. */
const hashOf = ({ endpoint, url, body }: Operation): string => {
  const request = createHash('sha256')
    .update(`${url}\n`)
    .update(JSON.stringify(body ?? null))
    .digest('hex');
  return createHash('sha256').update(`${endpoint}\n${request}`).digest('hex');
};

/** A passkey as second factor, as the only factor, and as the confirmation of one call. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: RateLimit,
    private readonly answers: PasskeyAnswers,
    private readonly complete: CompleteSignIn,
    private readonly tokens: StepUpTokens,
    private readonly devices: KnownDevices,
  ) {}

  /** Challenge for whoever gave the password. */
  secondFactorOptions(half: Actor) {
    return this.answers.options(half.personId, { purpose: 'second_factor', sessionId: half.sessionId });
  }

  async answerSecondFactor(half: Actor, response: unknown, caller: Caller): Promise<Entered> {
    const { sessionId, personId } = half;
    await this.judged(personId, () =>
      this.answers.prove(response, { purpose: 'second_factor', sessionId }, personId),
    );
    return this.complete.enter({ person: half, caller, factor: 'passkey', from: sessionId });
  }

  /** Challenge for anybody, so many for a network that nobody shuts out his neighbours; failed answers count apart. `browser` goes into a cookie, so that the answer comes from where it was asked. */
  async openOptions(caller: Caller) {
    await this.limit.count(`passkey-options/${caller.network}`, PORTAL_TRIES.value);
    const browser = newSecret(32);
    const { options } = await this.answers.options(null, { purpose: 'sign_in', browser });
    return { options, browser };
  }

  /** The passkey says who it is, and proves possession and the person at once. */
  async answerOpen(browser: string | undefined, response: unknown, caller: Caller): Promise<Entered> {
    const shared = (await this.devices.isKnown(caller)) ? [] : [`sign-in-network/${caller.network}`];
    for (const bucket of shared) await this.limit.count(bucket, NETWORK_TRIES.value);
    if (!browser) throw new Problem('PASSKEY_WRONG');
    const person = await this.answers.prove(response, { purpose: 'sign_in', browser }, null);
    await this.limit.takeBack([...shared, `passkey-options/${caller.network}`]);
    return this.complete.enter({ person, caller, factor: 'passkey' });
  }

  stepUpOptions(actor: Actor, operation: Operation) {
    return this.answers.options(actor.personId, {
      purpose: 'step_up',
      sessionId: actor.sessionId,
      operation: hashOf(operation),
    });
  }

  async answerStepUp(actor: Actor, response: unknown): Promise<{ token: string; expiresAt: string }> {
    const { sessionId, personId } = actor;
    const { operation } = await this.judged(personId, () =>
      this.answers.prove(response, { purpose: 'step_up', sessionId }, personId),
    );
    const { token, expiresAt } = await this.unitOfWork.run(systemScope('step-up'), (tx) =>
      this.tokens.issue(tx, { sessionId, operation: operation ?? '' }),
    );
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** Failures of all second factors of a person count together. */
  private async judged<T>(personId: string, work: () => Promise<T>): Promise<T> {
    await this.limit.count(factorBucket(personId), FAILURES_BEFORE_LOCK.value);
    const result = await work();
    await this.limit.forget(factorBucket(personId));
    return result;
  }
}
