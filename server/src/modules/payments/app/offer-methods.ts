import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Money } from '@qafila/shared/kernel/money';
import type { NotOffered } from '@qafila/shared/payments/method-reasons';
import { METHOD_IDS, METHODS, type MethodId } from '@qafila/shared/payments/methods';
import { availabilityOf, type GatewayState, payCurrencyOf } from '@qafila/shared/payments/methods.rules';
import {
  lockRate,
  type PublishedRate,
  quotedAmount,
  type RateSnapshot,
} from '@qafila/shared/payments/quotes.rules';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RateRepository } from '../db/rate.repository';
import { StandingRepository } from '../db/standing.repository';
import type { RemoteGatewayId } from '../domain/attempts/attempt';
import { OpenGateways } from '../gateways/open-gateways';

/** A way to pay an amount: what is paid and at which rate, or why not. */
export interface Offer {
  readonly method: MethodId;
  readonly amount: Money | null;
  readonly rate: RateSnapshot | null;
  readonly refusal: NotOffered | null;
}
export interface Wanted {
  readonly due: Money;
  /** Where the company is established, ISO 3166. */
  readonly country: string;
  /** One method alone: nothing is read that it does not need. */
  readonly only?: MethodId;
}

interface Known {
  readonly rates: ReadonlyMap<Currency, PublishedRate>;
  readonly down: ReadonlySet<RemoteGatewayId>;
}

/** Every method for an amount of a company: offered with what is paid, or with the reason why not. */
@Injectable()
export class OfferMethods {
  constructor(
    private readonly rates: RateRepository,
    private readonly gateways: OpenGateways,
    private readonly standings: StandingRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, wanted: Wanted): Promise<Offer[]> {
    const { due, country, only } = wanted;
    const methods = only ? [only] : METHOD_IDS;
    const facts = { orderCurrency: due.currency, companyCountry: country };
    const isConverted = methods.some((method) => payCurrencyOf(method, facts) !== due.currency);
    const isRemote = methods.some((method) => METHODS[method].gateway !== 'bank_transfer');
    const known: Known = {
      rates: isConverted ? await this.rates.newest(tx, due.currency) : new Map(),
      down: isRemote ? await this.standings.down(tx, this.clock.now()) : new Set(),
    };
    return methods.map((method) => this.offer(method, wanted, known));
  }

  private offer(method: MethodId, { due, country }: Wanted, { rates, down }: Known): Offer {
    const { gateway } = METHODS[method];
    const payCurrency = payCurrencyOf(method, { orderCurrency: due.currency, companyCountry: country });
    const published = rates.get(payCurrency);
    const rate = published ? lockRate(published, this.clock.now()) : null;
    const quoted = rate && quotedAmount(due, rate);
    const amount = payCurrency === due.currency ? due : quoted;
    const verdict = availabilityOf(method, {
      accountCountry: gateway === 'bank_transfer' ? 'SA' : this.gateways.countryOf(gateway),
      companyCountry: country,
      payCurrency,
      amount,
      businessUseAcknowledged: this.config.values.GATEWAY_BUSINESS_USE,
      gatewayState: gateway === 'bank_transfer' ? 'ready' : this.stateOf(gateway, down),
    });
    if (verdict.available) return { method, amount, rate, refusal: null };
    const { reason, params } = verdict;
    return { method, amount, rate, refusal: { method, reason, params } };
  }

  private stateOf(gateway: RemoteGatewayId, down: ReadonlySet<RemoteGatewayId>): GatewayState {
    return down.has(gateway) && this.gateways.find(gateway) ? 'down' : this.gateways.stateOf(gateway);
  }
}
