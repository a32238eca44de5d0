import { Injectable } from '@nestjs/common';
import type { BriefFields } from '@qafila/shared/branding/brief-views';
import { APPROVALS_AT_LEAST } from '@qafila/shared/branding/decisions.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { Approvers } from '../briefs.api';
import { BriefFactsRepository } from '../db/brief-facts.repository';

/** A brief names only what its own company has; another one's is as unknown as what never was. */
@Injectable()
export class CheckBriefNames {
  constructor(
    private readonly facts: BriefFactsRepository,
    private readonly approvers: Approvers,
  ) {}

  /** The fields, each id once. Throws `BRIEF_NAMES_UNKNOWN`, and `BRIEF_APPROVERS_FEW` where too many are to approve. */
  async of(tx: Tx, companyId: string, fields: BriefFields): Promise<BriefFields> {
    const once = {
      ...fields,
      productIds: [...new Set(fields.productIds)],
      references: [...new Set(fields.references)],
      languages: [...new Set(fields.languages)],
    };
    const [part] = await this.facts.unknownNames(tx, companyId, once);
    if (part !== undefined) throw new Problem('BRIEF_NAMES_UNKNOWN', { part });
    if (once.approvalsNeeded > APPROVALS_AT_LEAST.value) {
      const count = (await this.approvers.of(tx, companyId)).length;
      if (once.approvalsNeeded > count) throw tooFew(count);
    }
    return once;
  }
}

const tooFew = (count: number): Problem =>
  new Problem('BRIEF_APPROVERS_FEW', { count }, [
    { path: 'approvalsNeeded', code: 'BRIEF_APPROVERS_FEW', params: { count } },
  ]);
