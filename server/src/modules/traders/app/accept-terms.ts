import { Injectable } from '@nestjs/common';
import { RECIPIENTS_AGREEMENT_VERSION, TRADE_TERMS_VERSION } from '@qafila/shared/traders/application.rules';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { OpeningRepository } from '../db/opening.repository';
import { DescribeApplication } from './describe-application';
import { editableItem } from './editing';

/** Policy clause 8: the owner accepts the terms, in the version shown, before the application can be sent. */
@Injectable()
export class AcceptTerms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly companies: OpeningRepository,
    private readonly describe: DescribeApplication,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    shown: { readonly tradeTerms: number; readonly recipientsAgreement: number },
  ): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const application = await this.applications.lockLatest(tx, scope.companyId);
      editableItem(application, await this.items.of(tx, application), 'trade_terms');
      const isCurrent =
        shown.tradeTerms === TRADE_TERMS_VERSION.value &&
        shown.recipientsAgreement === RECIPIENTS_AGREEMENT_VERSION.value;
      if (!isCurrent) throw new Problem('TERMS_CHANGED');
      const at = this.clock.now();
      await this.companies.accept(tx, { companyId: scope.companyId, personId: actor.personId, at, ...shown });
      await this.applications.touch(tx, application, at);
      await this.audit.record(tx, {
        event: 'traders.terms_accepted',
        companyId: scope.companyId,
        subject: { kind: 'application', id: application.id },
        after: { ...shown },
      });
      return this.describe.of(tx, scope.companyId);
    });
  }
}
