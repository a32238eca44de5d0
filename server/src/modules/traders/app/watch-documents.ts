import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import {
  addDays,
  DOCUMENT_GRACE_DAYS,
  DOCUMENT_REMINDER_DAYS,
  daysUntil,
  isGraceOver,
  riyadhDay,
} from '@qafila/shared/traders/application.rules';
import { companyLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { COMPANY_SUSPENDED, DOCUMENT_DUE } from '../applications.api';
import { type CompanyDocument, CompanyDocumentRepository } from '../db/company-document.repository';
import { OpeningRepository } from '../db/opening.repository';
import { SUSPENDED_FOR_DOCUMENTS } from '../domain/application';

const AT_ONCE = 100;

/** Reminds owners of documents that fall due, and suspends companies whose grace is over. Safe to repeat. */
@Injectable()
export class WatchDocuments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: CompanyDocumentRepository,
    private readonly companies: OpeningRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const today = riyadhDay(this.clock.now());
    const scope = systemScope('dates of company documents');
    const due = await this.unitOfWork.run(scope, (tx) =>
      this.documents.toRemind(tx, { today, steps: DOCUMENT_REMINDER_DAYS.value }),
    );
    for (const each of due) await this.unitOfWork.run(scope, (tx) => this.remind(tx, each, today));
    // The last day of grace still counts: suspended is who is past it.
    const day = addDays(today, -DOCUMENT_GRACE_DAYS.value - 1);
    const overdue = await this.unitOfWork.run(scope, (tx) =>
      this.documents.dueBy(tx, { day, state: 'active', limit: AT_ONCE }),
    );
    for (const each of overdue) await this.unitOfWork.run(scope, (tx) => this.suspend(tx, each));
  }

  private async remind(
    tx: Tx,
    document: CompanyDocument & { readonly step: number },
    today: string,
  ): Promise<void> {
    if (!(await this.documents.noteReminder(tx, document, document.step))) return;
    const { companyId, kind, confirmBy } = document;
    const daysLeft = daysUntil(today, confirmBy);
    await this.audit.record(tx, {
      event: 'traders.document_reminded',
      companyId,
      subject: { kind: 'company_document', id: document.id },
      after: { item: kind, confirmBy, step: document.step },
    });
    await this.outbox.record(tx, { type: DOCUMENT_DUE, companyId, payload: { kind, confirmBy, daysLeft } });
  }

  private async suspend(tx: Tx, document: CompanyDocument): Promise<void> {
    const company = await this.companies.read(tx, document.companyId, true);
    const verdict = decide(companyLifecycle, { state: company.state, step: 'suspend' }, undefined);
    // Suspended by another worker, or for another of its documents, a moment ago.
    if (!verdict.ok) return;
    // Renewed, or replaced by a new one, between the list and the lock.
    const current = await this.documents.current(tx, document.companyId);
    const today = riyadhDay(this.clock.now());
    if (!current.some((each) => each.id === document.id && isGraceOver(today, each.confirmBy))) return;
    await this.companies.advance(tx, company, { to: verdict.to, suspendedReason: SUSPENDED_FOR_DOCUMENTS });
    await this.audit.record(tx, {
      event: 'traders.company_suspended',
      companyId: company.id,
      subject: { kind: 'company', id: company.id },
      before: { state: company.state },
      after: { state: verdict.to, reason: SUSPENDED_FOR_DOCUMENTS, item: document.kind },
    });
    await this.outbox.record(tx, {
      type: COMPANY_SUSPENDED,
      companyId: company.id,
      payload: { reason: SUSPENDED_FOR_DOCUMENTS },
    });
  }
}
