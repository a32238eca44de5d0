import { Injectable } from '@nestjs/common';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isGraceOver, riyadhDay } from '@qafila/shared/traders/application.rules';
import { confirmByOf } from '@qafila/shared/traders/application-fields';
import { itemSpecOf } from '@qafila/shared/traders/checklist';
import { companyLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { COMPANY_REACTIVATED } from '../applications.api';
import { CompanyDocumentRepository } from '../db/company-document.repository';
import { OpeningRepository } from '../db/opening.repository';
import {
  type Application,
  addressOf,
  type Company,
  companyFacts,
  type Item,
  SUSPENDED_FOR_DOCUMENTS,
} from '../domain/application';

interface Approved {
  readonly application: Application;
  readonly items: readonly Item[];
  readonly terms: Terms;
}

/** What an approved company begins with. */
export interface Terms {
  readonly priceList: PriceList;
  readonly currency: string;
  readonly accountManagerId: string;
}

/** What an approval does to the company, in its transaction. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly companies: OpeningRepository,
    private readonly documents: CompanyDocumentRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async open(tx: Tx, approved: Approved): Promise<void> {
    const { application } = approved;
    const company = await this.companies.read(tx, application.companyId, true);
    await this.keepDocuments(tx, approved);
    if (application.kind === 'opening') await this.equip(tx, approved);
    if (application.kind === 'opening' && company.state === 'pending') return this.activate(tx, company);
    if (company.suspendedReason === SUSPENDED_FOR_DOCUMENTS) await this.letIn(tx, company);
  }

  private async equip(tx: Tx, { application, items, terms }: Approved): Promise<void> {
    const { companyId, country } = application;
    await this.companies.equip(tx, companyId, { ...companyFacts(items), ...terms, at: this.clock.now() });
    const address = addressOf(items);
    if (address)
      await this.companies.addAddress(tx, { companyId, country, label: address.city, lines: address.lines });
  }

  private async keepDocuments(tx: Tx, { application, items }: Approved): Promise<void> {
    for (const item of items) {
      const spec = itemSpecOf(application.country, item.kind);
      const confirmBy = spec && confirmByOf(spec, item.values);
      if (!item.file || !confirmBy) continue;
      await this.documents.replace(tx, {
        companyId: application.companyId,
        applicationId: application.id,
        kind: item.kind,
        fileId: item.file.id,
        fileName: item.file.name,
        confirmBy,
        at: this.clock.now(),
      });
    }
  }

  /** Lets a company in again once none of its documents is overdue. */
  private async letIn(tx: Tx, company: Company): Promise<void> {
    const today = riyadhDay(this.clock.now());
    const documents = await this.documents.current(tx, company.id);
    if (documents.some((document) => isGraceOver(today, document.confirmBy))) return;
    await this.activate(tx, company);
    await this.outbox.record(tx, {
      type: COMPANY_REACTIVATED,
      companyId: company.id,
      payload: { reason: SUSPENDED_FOR_DOCUMENTS },
    });
  }

  private async activate(tx: Tx, company: Company): Promise<void> {
    const verdict = decide(companyLifecycle, { state: company.state, step: 'activate' }, undefined);
    if (!verdict.ok) return;
    await this.companies.advance(tx, company, { to: verdict.to, suspendedReason: null });
    await this.audit.record(tx, {
      event: 'traders.company_activated',
      companyId: company.id,
      subject: { kind: 'company', id: company.id },
      before: { state: company.state },
      after: { state: verdict.to },
    });
  }
}
