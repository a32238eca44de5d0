import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Tx } from '../database/unit-of-work';
import { RequestContext } from '../http/request-context';
import { newId } from '../ids/new-id';

/** One thing that happened or was read: who, as whom, what, before and after. Ids and facts, no personal data. */
export interface AuditEntry {
  /** `<capability>.<what_happened>` in the past tense. */
  readonly event: string;
  readonly companyId: string | null;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes audit rows in the transaction of the change; the worker chains them later. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    const request = this.context.current();
    await tx.query(
      `insert into audit_event (id, company_id, at, event, person_id, acting_as, subject_kind, subject_id, before, after, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        newId(),
        entry.companyId,
        this.clock.now(),
        entry.event,
        tx.scope.personId ?? request?.personId ?? null,
        tx.scope.kind,
        entry.subject?.kind ?? null,
        entry.subject?.id ?? null,
        entry.before ?? null,
        entry.after ?? null,
        request?.requestId ?? null,
      ],
    );
  }
}
