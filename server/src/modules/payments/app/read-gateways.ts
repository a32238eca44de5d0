import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import {
  type GatewayView,
  type listGateways,
  REMOTE_GATEWAYS,
} from '@qafila/shared/payments/gateways.contract';
import { methodsOf, standingRefusal } from '@qafila/shared/payments/methods.rules';
import { isDown } from '@qafila/shared/payments/payments.rules';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type Standing, StandingRepository } from '../db/standing.repository';
import type { RemoteGatewayId } from '../domain/attempts/attempt';
import { OpenGateways } from '../gateways/open-gateways';

const UNHEARD: Standing = { answeredAt: null, failedAt: null, failures: 0, lastHookAt: null };

/** Each gateway: how it stands, when it was heard of, and which of its methods companies can be offered. */
@Injectable()
export class ReadGateways {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: StandingRepository,
    private readonly gateways: OpenGateways,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<ReplyOf<typeof listGateways>> {
    const standings = await this.unitOfWork.run(staffScope(actor), (tx) => this.standings.all(tx));
    return { rows: REMOTE_GATEWAYS.map((id) => this.viewOf(id, standings.get(id) ?? UNHEARD)) };
  }

  private viewOf(id: RemoteGatewayId, heard: Standing): GatewayView {
    const isSilent = isDown(heard, this.clock.now()) && this.gateways.find(id) !== undefined;
    const state = isSilent ? 'down' : this.gateways.stateOf(id);
    const facts = {
      accountCountry: this.gateways.countryOf(id),
      businessUseAcknowledged: this.config.values.GATEWAY_BUSINESS_USE,
      gatewayState: state,
    };
    const methods = methodsOf(id).map((method) => {
      const refusal = standingRefusal(method, facts);
      return { method, refusal: refusal && { ...refusal, params: { ...refusal.params } } };
    });
    return {
      id,
      state,
      place: this.gateways.placeOf(id),
      country: facts.accountCountry,
      lastHookAt: heard.lastHookAt?.toISOString() ?? null,
      lastAnswerAt: heard.answeredAt?.toISOString() ?? null,
      lastFailureAt: heard.failedAt?.toISOString() ?? null,
      failures: heard.failures,
      methods,
    };
  }
}
