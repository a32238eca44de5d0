import { Injectable } from '@nestjs/common';
import { checklistOf, type ItemKind } from '@qafila/shared/traders/checklist';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { CompanyOpening, type NewCompany } from '../../identity/identity.api';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { OpeningRepository } from '../db/opening.repository';
import type { Item } from '../domain/application';

/** An item nobody has typed into. */
export const blankItem = (kind: ItemKind): Item => ({
  kind,
  values: {},
  last: null,
  isChanged: false,
  isFileChanged: false,
  verdict: 'open',
  reason: null,
  marks: {},
  decidedAt: null,
  file: null,
});

/** Opens the company of somebody who registered: pending, its owner, and the draft of its application. */
@Injectable()
export class OpenApplication extends CompanyOpening {
  constructor(
    private readonly companies: OpeningRepository,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {
    super();
  }

  async open(tx: Tx, given: NewCompany): Promise<string> {
    const companyId = newId();
    const at = this.clock.now();
    await this.companies.add(tx, { companyId, ...given, currency: 'SAR', at });
    const key = { companyId, id: newId() };
    await this.applications.add(tx, { ...key, kind: 'opening', country: given.country, attempt: 1, at });
    const blank = checklistOf(given.country).map(({ kind }) => blankItem(kind));
    // What the person told at registration is not asked again.
    const filled = blank.map((item) =>
      item.kind === 'legal_name' ? { ...item, values: nameIn(given.name) } : item,
    );
    await this.items.put(tx, key, filled);
    await this.audit.record(tx, {
      event: 'traders.application_opened',
      companyId,
      subject: { kind: 'application', id: key.id },
      after: { country: given.country, attempt: 1 },
    });
    return companyId;
  }
}

const nameIn = (name: string): Item['values'] =>
  /\p{Script=Arabic}/u.test(name) ? { nameArabic: name } : { nameLatin: name };
