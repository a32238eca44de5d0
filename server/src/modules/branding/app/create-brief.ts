import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import { ROUNDS_INCLUDED } from '@qafila/shared/branding/brief-clock.rules';
import type { BriefFields, BriefView } from '@qafila/shared/branding/brief-views';
import type { createBrief } from '@qafila/shared/branding/briefs.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { BriefRepository } from '../db/brief.repository';
import { NO_FIELDS } from '../domain/brief';
import { CheckBriefNames } from './check-brief-names';
import { DescribeBrief } from './describe-brief';

/** Begins a brief; nothing but its brand has to be known. */
@Injectable()
export class CreateBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly names: CheckBriefNames,
    private readonly describe: DescribeBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, body: InputOf<typeof createBrief>['body']): Promise<BriefView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const fields = await this.names.of(tx, scope.companyId, fieldsOf(body));
      const id = newId();
      await this.briefs.add(tx, {
        companyId: scope.companyId,
        id,
        code: newPublicCode(),
        fields,
        rounds: ROUNDS_INCLUDED.value,
        by: actor.personId,
        at: this.clock.now(),
      });
      await this.audit.record(tx, {
        event: 'branding.brief_begun',
        companyId: scope.companyId,
        subject: { kind: 'brief', id },
        after: { brandProfileId: fields.brandProfileId },
      });
      return this.describe.of(tx, actor, await this.briefs.read(tx, id));
    });
  }
}

/** What is not given is empty. */
function fieldsOf(body: InputOf<typeof createBrief>['body']): BriefFields {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  return { ...NO_FIELDS, brandProfileId: body.brandProfileId, ...Object.fromEntries(given) };
}
