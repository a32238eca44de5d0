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

  record(tx: Tx, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** Several entries with one statement. */
  async recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    const request = this.context.current();
    const rows = entries.map((entry) => ({
      id: newId(),
      company_id: entry.companyId,
      event: entry.event,
      subject_kind: entry.subject?.kind ?? null,
      subject_id: entry.subject?.id ?? null,
      before: entry.before ?? null,
      after: entry.after ?? null,
    }));
    await tx.query(
      `insert into audit_event (id, company_id, at, event, person_id, acting_as, subject_kind, subject_id, before, after, request_id)
       select e.id, e.company_id, $2, e.event, $3, $4, e.subject_kind, e.subject_id, e.before, e.after, $5
       from jsonb_to_recordset($1::jsonb) as e (id uuid, company_id uuid, event text, subject_kind text, subject_id text,
         before jsonb, after jsonb)`,
      [
        JSON.stringify(rows),
        this.clock.now(),
        tx.scope.personId ?? request?.personId ?? null,
        tx.scope.kind,
        request?.requestId ?? null,
      ],
    );
  }
}
