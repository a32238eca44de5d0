import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { CompanyOpening, type NewCompany } from '../identity.api';

/** Currency a company is shown until its application is approved with another one. */
const LOCAL_CURRENCY: Readonly<Record<string, Currency>> = {
  SA: 'SAR',
  AE: 'AED',
  QA: 'QAR',
  KW: 'KWD',
  BH: 'BHD',
  OM: 'OMR',
  JO: 'JOD',
  NO: 'NOK',
  GB: 'GBP',
  MA: 'MAD',
  US: 'USD',
  JP: 'JPY',
  KR: 'KRW',
};
const currencyOf = (country: string): Currency => LOCAL_CURRENCY[country] ?? 'EUR';

/** Opens the company of somebody who registers, through the traders' door where there is one. */
@Injectable()
export class OpenCompany {
  constructor(
    private readonly clock: Clock,
    @Optional() @Inject(CompanyOpening) private readonly door: CompanyOpening | null,
  ) {}

  async run(tx: Tx, given: NewCompany): Promise<string> {
    if (this.door) return this.door.open(tx, given);
    const companyId = newId();
    await tx.query(
      `insert into companies (id, name_latin, country, currency, state, policy_version, created_at)
       values ($1, $2, $3, $4, 'pending', 1, $5)`,
      [companyId, given.name, given.country, currencyOf(given.country), this.clock.now()],
    );
    await tx.query(
      `insert into memberships (company_id, person_id, role, state) values ($1, $2, 'owner', 'enrolling')`,
      [companyId, given.ownerId],
    );
    return companyId;
  }
}
