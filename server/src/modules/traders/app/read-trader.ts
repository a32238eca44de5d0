import { Injectable } from '@nestjs/common';
import type { CompanyState } from '@qafila/shared/access/roles';
import { priceListOf } from '@qafila/shared/catalogue/catalogue.rules';
import type { TraderView } from '@qafila/shared/traders/acting.contract';
import { companyLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { TraderListRepository } from '../db/trader-list.repository';
import { traderRowOf } from './list-traders';

/** One trader for staff. The look stands in the trader's own trail. Two statements. */
@Injectable()
export class ReadTrader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly traders: TraderListRepository,
  ) {}

  run(actor: Actor, id: string): Promise<TraderView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.traders.find(tx, id);
      await this.audit.look(tx, {
        event: 'traders.company_looked_at',
        companyId: id,
        subject: { kind: 'company', id },
      });
      return {
        ...traderRowOf(found),
        currency: found.currency,
        priceList: priceListOf(found.price_list),
        vatNumber: found.vat_number,
        people: found.people,
        drafts: found.drafts,
        mayAct: found.state === 'active' && may(actor, 'trader:act-for'),
        steps: may(actor, 'trader:suspend') ? stepsFrom(found.state) : [],
      };
    });
  }
}

/** A company that was never active is opened by its application, not here. */
const stepsFrom = (state: CompanyState): TraderView['steps'] =>
  (['suspend', 'activate', 'close'] as const).filter((step) => {
    if (step === 'activate') return state === 'suspended';
    const from: readonly CompanyState[] = companyLifecycle.steps[step].from;
    return from.includes(state);
  });
