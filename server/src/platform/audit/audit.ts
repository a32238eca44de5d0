import { Injectable } from '@nestjs/common';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import type { Scope } from '../access/scope';
import { Clock } from '../clock/clock';
import { FieldCipher } from '../crypto/field-cipher';
import type { Tx } from '../database/unit-of-work';
import { RequestContext } from '../http/request-context';
import { newId } from '../ids/new-id';

/** One thing that happened or was read: who, as whom, what, before and after. Ids and facts, no personal data. */
export interface AuditEntry {
  /** Stands in the catalogue: shared/src/oversight/events. */
  readonly event: AuditEventName;
  readonly companyId: string | null;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  /** Free text somebody typed, a reason mostly. The trail is never changed, so that it stands sealed: gone with the key. */
  readonly words?: string;
  /** Why staff begin to act for the company; sealed like words. What they do then takes it from the scope. */
  readonly acting?: string;
}

/** Somebody of the store opened something of a company. */
export interface AuditLook {
  /** An event of the catalogue with `isRead`. */
  readonly event: AuditEventName;
  readonly companyId: string;
  readonly subject: { readonly kind: string; readonly id: string };
}
/** The same person opening the same thing again within this time leaves no second row. */
const SAME_LOOK_MS = 10 * 60_000;

/** Where the words of an event stand, and why staff acted: sealed with the key of the company, or of the store. */
export const wordsPlace = (id: string) => ({ table: 'audit_event', column: 'words', rowId: id });
export const actingPlace = (id: string) => ({ table: 'audit_event', column: 'acting_reason', rowId: id });

/** Writes audit rows in the transaction of the change; the worker chains them later. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly cipher: FieldCipher,
  ) {}

  record(tx: Tx, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** Several entries with one statement. */
  async recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    const request = this.context.current();
    const rows: object[] = [];
    for (const entry of entries) rows.push(await this.rowOf(entry, tx.scope));
    await tx.query(
      `insert into audit_event (id, company_id, at, event, person_id, acting_as, subject_kind, subject_id, before, after, request_id)
       select e.id, e.company_id, $2, e.event, $3, $4, e.subject_kind, e.subject_id, e.before, e.after, $5
       from jsonb_to_recordset($1::jsonb) as e (id uuid, company_id uuid, event text, subject_kind text, subject_id text,
         before jsonb, after jsonb)`,
      [
        JSON.stringify(rows),
        this.clock.now(),
        tx.scope.personId ?? request?.personId ?? null,
        actingAs(tx.scope),
        request?.requestId ?? null,
      ],
    );
  }

  private async rowOf(entry: AuditEntry, scope: Scope): Promise<object> {
    const { companyId, subject, words } = entry;
    const id = newId();
    // Why staff acted travels with every row they leave in a trader's trail.
    const sealed = await this.sealed(id, companyId, {
      words,
      acting: entry.acting ?? scope.acting ?? undefined,
    });
    return {
      id,
      company_id: companyId,
      event: entry.event,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      before: entry.before ?? null,
      after: entry.after || sealed ? { ...entry.after, ...sealed } : null,
    };
  }

  private async sealed(
    id: string,
    companyId: string | null,
    { words, acting }: { readonly words?: string | undefined; readonly acting?: string | undefined },
  ): Promise<Record<string, string> | null> {
    if (words === undefined && acting === undefined) return null;
    const sealer = await this.cipher.sealerFor(companyId);
    return {
      ...(words === undefined ? {} : { wordsEnc: sealer.seal(wordsPlace(id), words) }),
      ...(acting === undefined ? {} : { actingReasonEnc: sealer.seal(actingPlace(id), acting) }),
    };
  }

  /**
   * Records that staff looked at a company's thing, once in ten minutes; call it in the transaction of the read.
   * A trader who reads his own, and the portal itself, leave nothing.
   */
  async look(tx: Tx, look: AuditLook): Promise<void> {
    if (tx.scope.kind !== 'staff' && tx.scope.acting === null) return;
    const now = this.clock.now();
    const id = newId();
    const after = await this.sealed(id, look.companyId, { acting: tx.scope.acting ?? undefined });
    await tx.query(
      `insert into audit_event (id, company_id, at, event, person_id, acting_as, subject_kind, subject_id, request_id, after)
       select $1, $2, $3, $4, $5, $10, $6, $7, $8, $11::jsonb
       where not exists (select 1 from audit_event e where e.subject_id = $7 and e.event = $4 and e.person_id = $5
         and e.company_id = $2 and e.at > $9)`,
      [
        id,
        look.companyId,
        now,
        look.event,
        tx.scope.personId,
        look.subject.kind,
        look.subject.id,
        this.context.current()?.requestId ?? null,
        new Date(now.getTime() - SAME_LOOK_MS),
        actingAs(tx.scope),
        after && JSON.stringify(after),
      ],
    );
  }
}

/** `acting_as` of a row that staff left in a trader's name. */
export const ACTING_AS = 'staff for trader';
/** Both names stand on what staff do while they act for a trader: the person in `person_id`, the side here. */
const actingAs = ({ kind, acting }: Scope): string => (acting === null ? kind : ACTING_AS);
