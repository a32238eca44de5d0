import { Injectable } from '@nestjs/common';
import type { GatewayId } from '@qafila/shared/payments/methods';
import type { GatewayState } from '@qafila/shared/payments/methods.rules';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import type { Secret } from '../../../platform/config/secret';
import { OutsideLine } from '../../../platform/outside/outside-line';
import type { Gateway } from '../domain/gateways/gateway';
import { NoonGateway } from './noon/noon-gateway';
import { StripeGateway } from './stripe/stripe-gateway';
import { TabbyGateway } from './tabby/tabby-gateway';
import { TamaraGateway } from './tamara/tamara-gateway';

const TIMEOUT_MS = 10_000;
const TRIES = 3;
const FIRST_WAIT_MS = 300;
type RemoteId = Exclude<GatewayId, 'bank_transfer'>;

interface OpenGateway {
  readonly gateway: Gateway;
  readonly line: OutsideLine;
}

/** The gateways this installation has an account at, each behind a line of its own. */
@Injectable()
export class OpenGateways {
  private readonly open: ReadonlyMap<RemoteId, OpenGateway>;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const all = [this.stripe(), this.noon(), this.tabby(), this.tamara()];
    this.open = new Map(all.flatMap((each) => (each ? [[each.gateway.id as RemoteId, each]] : [])));
  }

  /** The gateway; undefined where there is no account. */
  find(id: RemoteId): Gateway | undefined {
    return this.open.get(id)?.gateway;
  }

  /** Whether its methods can be offered now. */
  stateOf(id: RemoteId): GatewayState {
    const found = this.open.get(id);
    if (!found) return 'off';
    return found.line.isReady ? 'ready' : 'down';
  }

  /** What stands behind its address; `null` where there is no account. */
  placeOf(id: RemoteId): 'simulator' | 'sandbox' | 'live' | null {
    if (!this.open.has(id)) return null;
    if (this.config.values.GATEWAY_SIMULATORS_PORT !== undefined) return 'simulator';
    return this.config.mode === 'production' ? 'live' : 'sandbox';
  }

  /** Where our account stands, which decides the methods: Stripe's is a setting, the others are of Saudi Arabia. */
  countryOf(id: RemoteId): string {
    return id === 'stripe' ? this.config.values.GATEWAY_STRIPE_COUNTRY : 'SA';
  }

  private stripe(): OpenGateway | null {
    const { values } = this.config;
    if (!values.GATEWAY_STRIPE_KEY) return null;
    const origin = values.GATEWAY_STRIPE_ORIGIN;
    const line = this.line('stripe', origin);
    const account = {
      origin,
      key: text(values.GATEWAY_STRIPE_KEY),
      hookSecrets: texts(values.GATEWAY_STRIPE_HOOK_SECRETS),
      methodConfiguration: values.GATEWAY_STRIPE_METHODS,
    };
    return { gateway: new StripeGateway(account, line, this.clock), line };
  }

  private noon(): OpenGateway | null {
    const { values, mode } = this.config;
    if (!values.GATEWAY_NOON_KEY) return null;
    const line = this.line('noon', values.GATEWAY_NOON_ORIGIN);
    const account = {
      business: values.GATEWAY_NOON_BUSINESS ?? '',
      application: values.GATEWAY_NOON_APPLICATION ?? '',
      key: text(values.GATEWAY_NOON_KEY),
      isLive: mode === 'production',
      category: values.GATEWAY_NOON_CATEGORY,
      hookSecrets: texts(values.GATEWAY_NOON_HOOK_SECRETS),
    };
    return { gateway: new NoonGateway(account, line, this.clock), line };
  }

  private tabby(): OpenGateway | null {
    const { values } = this.config;
    if (!values.GATEWAY_TABBY_KEY) return null;
    const line = this.line('tabby', values.GATEWAY_TABBY_ORIGIN);
    const account = {
      key: text(values.GATEWAY_TABBY_KEY),
      merchantCode: values.GATEWAY_TABBY_CODE ?? '',
      hookHeader: {
        name: values.GATEWAY_TABBY_HOOK_HEADER,
        values: texts(values.GATEWAY_TABBY_HOOK_SECRETS),
      },
    };
    return { gateway: new TabbyGateway(account, line, this.clock), line };
  }

  private tamara(): OpenGateway | null {
    const { values } = this.config;
    if (!values.GATEWAY_TAMARA_KEY) return null;
    const line = this.line('tamara', values.GATEWAY_TAMARA_ORIGIN);
    const account = {
      key: text(values.GATEWAY_TAMARA_KEY),
      hookSecrets: texts(values.GATEWAY_TAMARA_HOOK_SECRETS),
    };
    return { gateway: new TamaraGateway(account, line, this.clock), line };
  }

  private line(name: RemoteId, origin: string): OutsideLine {
    const patience = { timeoutMs: TIMEOUT_MS, tries: TRIES, firstWaitMs: FIRST_WAIT_MS };
    return new OutsideLine({ name, origin, ...patience }, this.clock);
  }
}

const text = (secret: Secret): string => secret.reveal().toString();
const texts = (secrets: readonly Secret[] | undefined): string[] => (secrets ?? []).map(text);
