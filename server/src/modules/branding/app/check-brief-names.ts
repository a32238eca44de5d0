import { Injectable } from '@nestjs/common';
import type { BriefFields } from '@qafila/shared/branding/brief-views';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefFactsRepository } from '../db/brief-facts.repository';

/** A brief names only what its own company has; another one's is as unknown as what never was. */
@Injectable()
export class CheckBriefNames {
  constructor(private readonly facts: BriefFactsRepository) {}

  /** The fields, each id once. Throws `BRIEF_NAMES_UNKNOWN`. */
  async of(tx: Tx, companyId: string, fields: BriefFields): Promise<BriefFields> {
    const once = {
      ...fields,
      productIds: [...new Set(fields.productIds)],
      references: [...new Set(fields.references)],
      languages: [...new Set(fields.languages)],
    };
    const [part] = await this.facts.unknownNames(tx, companyId, once);
    if (part !== undefined) throw new Problem('BRIEF_NAMES_UNKNOWN', { part });
    return once;
  }
}
