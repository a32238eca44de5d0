import type { Money } from '@qafila/shared/kernel/money';
import { money } from '@qafila/shared/kernel/money';
import type { GatewayId, MethodId } from '@qafila/shared/payments/methods';
import type { Clock } from '../../../../platform/clock/clock';
import type { OutsideLine } from '../../../../platform/outside/outside-line';
import type { SimServer } from '../../../../simulators/kernel/sim-server';
import type { Gateway, StartInput, StartResult } from '../../domain/gateways/gateway';
import type { GatewayRef } from '../../domain/gateways/gateway-ref';
import { type IdempotencyKey, idempotencyKey } from '../../domain/gateways/idempotency-key';
import type { Snapshot } from '../../domain/gateways/snapshot';
import { Person } from './person';
import type { SimControl } from './sim-control';

/** How people and misfortune look at one gateway. */
export interface Profile {
  readonly id: GatewayId;
  readonly method: MethodId;
  /** How the payer pays where there is no page. */
  readonly pay?: (started: Started) => void;
  /** Buttons from the first page on. */
  readonly approve: readonly string[];
  readonly decline: readonly string[];
  readonly abandon: readonly string[];
  /** Milliseconds after which an unpaid payment is over. */
  readonly lifeMs: number;
  open(): Promise<Opened>;
}
/** A gateway with its simulator, fresh for one test. */
export interface Opened {
  readonly gateway: Gateway;
  /** The same with the secret of another account, and while the secret is being replaced. */
  readonly stranger: Gateway;
  readonly rotated: Gateway;
  readonly clock: Clock;
  /** Nothing for a gateway that is not reached over a line. */
  readonly remote: Remote | null;
}
/** The simulator's side. */
export interface Remote {
  readonly control: SimControl;
  readonly server: SimServer;
  readonly line: OutsideLine;
}
export interface Started {
  readonly given: StartInput;
  readonly key: IdempotencyKey;
  readonly ref: GatewayRef;
  readonly url: string;
}

/** SAR 5,000.01: the halala shows whether an amount went through a float. */
export const AMOUNT = money(500_001, 'SAR');
const HOUR_MS = 3_600_000;

/** One gateway, its simulator and a person before its page. */
export class Bench {
  readonly person = new Person();
  private count = 0;

  constructor(
    readonly profile: Profile,
    readonly opened: Opened,
  ) {}

  get gateway(): Gateway {
    return this.opened.gateway;
  }

  get control(): SimControl {
    return this.remote.control;
  }

  /** Throws where nothing is reached over a line. */
  get remote(): Remote {
    if (!this.opened.remote) throw new Error(`${this.profile.id} has no simulator`);
    return this.opened.remote;
  }

  now(): Date {
    return this.opened.clock.now();
  }

  /** Opens the listener again after it was killed. */
  revive(): Promise<void> {
    return this.remote.server.listen();
  }

  /** What our side asks for. Every call is another attempt. */
  asked(given: Partial<StartInput> = {}): StartInput {
    this.count += 1;
    return {
      ourRef: `0198f000-0000-7000-8000-${String(this.count).padStart(12, '0')}`,
      orderCode: '7K2Q-9X4M',
      amount: AMOUNT,
      method: this.profile.method,
      take: 'now',
      locale: 'en',
      returnUrl: 'https://portal.example/pay/back',
      cancelUrl: 'https://portal.example/pay/cancelled',
      hookUrl: 'https://portal.example/api/hooks',
      expiresAt: new Date(this.now().getTime() + HOUR_MS),
      contact: {
        name: 'Noura',
        email: 'noura@darnour.example',
        phone: '+966500000001',
        city: 'Riyadh',
        street: 'Olaya Street 1',
        postalCode: '12211',
        country: 'SA',
      },
      ...given,
    };
  }

  async start(given: Partial<StartInput> = {}): Promise<Started> {
    const asked = this.asked(given);
    const key = idempotencyKey(asked.ourRef, 'start', 1);
    return { given: asked, key, ...placeOf(await this.gateway.start(asked, key)) };
  }

  /** Somebody opens the page and approves. */
  async approve(started: Started): Promise<Snapshot> {
    if (this.profile.pay) this.profile.pay(started);
    else await this.person.press(started.url, ...this.profile.approve);
    return this.gateway.fetch(started.ref);
  }

  /** A payment whose money was taken, in the steps this gateway needs. */
  async paid(given: Partial<StartInput> = {}): Promise<Started> {
    const started = await this.start(given);
    const { state } = await this.approve(started);
    if (state === 'authorised') await this.take(started, started.given.amount, 1);
    return started;
  }

  /** Held money. */
  async held(): Promise<Started> {
    const started = await this.start({ take: 'later' });
    await this.approve(started);
    return started;
  }

  take({ given, ref }: Started, amount: Money, count: number): Promise<Snapshot> {
    return this.gateway.capture(ref, amount, idempotencyKey(given.ourRef, 'capture', count));
  }

  end({ given, ref }: Started): Promise<Snapshot> {
    return this.gateway.cancel(ref, idempotencyKey(given.ourRef, 'cancel', 1));
  }

  giveBack({ given, ref }: Started, amount: Money, count: number) {
    const key = idempotencyKey(given.ourRef, 'refund', count);
    return this.gateway.refund({ ref, amount, reason: 'claim' }, key);
  }
}

/** The payment that was started, and its page; none where the payer is told what to do. */
export function placeOf(result: StartResult): { readonly ref: GatewayRef; readonly url: string } {
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.code}`);
  return { ref: result.ref, url: result.kind === 'redirect' ? result.url : '' };
}
