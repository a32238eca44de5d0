import { Injectable } from '@nestjs/common';
import type { ApplicationState } from '@qafila/shared/traders/application.lifecycle';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Application, ApplicationKey } from '../domain/application';
import { APPLICATION_COLUMNS, type ApplicationRow, toApplication } from './application.mapper';
import { reasonPlace } from './sealed-places';

/** What a step writes beside the state; what is left out stays. */
export interface ApplicationStep {
  readonly to: ApplicationState;
  readonly at: Date;
  readonly submitted?: { readonly dueAt: Date };
  /** `null` gives it back. */
  readonly claim?: { readonly personId: string; readonly until: Date } | null;
  readonly decided?: {
    readonly by: string;
    readonly reason?: { readonly code: string; readonly text: string };
  };
}

/** The company's applications; every change needs the state and version it was decided on. */
@Injectable()
export class ApplicationRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async latest(tx: Tx, companyId: string): Promise<Application | null> {
    const [row] = await tx.query<ApplicationRow>(
      `select ${APPLICATION_COLUMNS} from applications where company_id = $1 order by created_at desc, id desc limit 1`,
      [companyId],
    );
    return row ? this.map(row) : null;
  }

  /** The latest application, held until the transaction ends. Throws `APPLICATION_NONE`. */
  async lockLatest(tx: Tx, companyId: string): Promise<Application> {
    const [row] = await tx.query<ApplicationRow>(
      `select ${APPLICATION_COLUMNS} from applications where company_id = $1
       order by created_at desc, id desc limit 1 for update`,
      [companyId],
    );
    if (!row) throw new Problem('APPLICATION_NONE');
    return this.map(row);
  }

  /** For staff. Throws `NOT_FOUND`; a draft that was never sent is none of theirs. */
  async byId(tx: Tx, id: string, hold = false): Promise<Application> {
    const rows = await tx.query<ApplicationRow>(
      `select ${APPLICATION_COLUMNS} from applications where id = $1 and submissions > 0 ${hold ? 'for update' : ''}`,
      [id],
    );
    return this.map(oneRow(rows));
  }

  async add(
    tx: Tx,
    given: ApplicationKey & Pick<Application, 'kind' | 'country' | 'attempt'> & { readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into applications (company_id, id, kind, country, state, version, attempt, created_at, changed_at)
       values ($1, $2, $3, $4, 'draft', 1, $5, $6, $6)`,
      [given.companyId, given.id, given.kind, given.country, given.attempt, given.at],
    );
  }

  /** Counts a change of an item. Throws `STALE_RECORD` when somebody was quicker. */
  async touch(tx: Tx, application: Application, at: Date): Promise<void> {
    const rows = await tx.query(
      `update applications set version = version + 1, changed_at = $4
       where company_id = $1 and id = $2 and version = $3 returning id`,
      [application.companyId, application.id, application.version, at],
    );
    if (rows.length === 0) throw new Problem('STALE_RECORD');
  }

  /** Takes a step that the lifecycle decided. Throws `STALE_RECORD` when state or version moved since. */
  async advance(tx: Tx, application: Application, step: ApplicationStep): Promise<Application> {
    const sealer = await this.cipher.sealerFor(application.companyId);
    const reason = step.decided?.reason;
    const rows = await tx.query<ApplicationRow>(
      `update applications set state = $5, version = version + 1, changed_at = $6,
         submissions = submissions + case when $7::timestamptz is null then 0 else 1 end,
         submitted_at = case when $7::timestamptz is null then submitted_at else $6 end,
         due_at = coalesce($7, due_at),
         claimed_by = case when $8 then $9::uuid else claimed_by end,
         claimed_until = case when $8 then $10::timestamptz else claimed_until end,
         decided_at = case when $11::uuid is null then decided_at else $6 end,
         decided_by = coalesce($11, decided_by), reason_code = $12, reason_text_enc = $13
       where company_id = $1 and id = $2 and state = $3 and version = $4
       returning ${APPLICATION_COLUMNS}`,
      [
        application.companyId,
        application.id,
        application.state,
        application.version,
        step.to,
        step.at,
        step.submitted?.dueAt ?? null,
        step.claim !== undefined,
        step.claim?.personId ?? null,
        step.claim?.until ?? null,
        step.decided?.by ?? null,
        reason?.code ?? null,
        reason ? sealer.seal(reasonPlace(application.id), reason.text) : null,
      ],
    );
    const [row] = rows;
    if (!row) throw new Problem('STALE_RECORD');
    return toApplication(row, sealer);
  }

  /** Rejected applications for opening the account, and when the latest was decided. */
  async refusals(tx: Tx, companyId: string): Promise<{ count: number; latest: Date | null }> {
    const [row] = await tx.query<{ count: string; latest: Date | null }>(
      `select count(*) as count, max(decided_at) as latest from applications
       where company_id = $1 and kind = 'opening' and state = 'rejected'`,
      [companyId],
    );
    return { count: Number(row?.count ?? 0), latest: row?.latest ?? null };
  }

  /** The latest approved application that carries an item of a kind. */
  async approvedWith(tx: Tx, companyId: string, kind: string): Promise<ApplicationKey | null> {
    const [row] = await tx.query<{ id: string }>(
      `select a.id from applications a join application_items i on i.company_id = a.company_id and i.application_id = a.id
       where a.company_id = $1 and a.state = 'approved' and i.kind = $2 order by a.decided_at desc limit 1`,
      [companyId, kind],
    );
    return row ? { companyId, id: row.id } : null;
  }

  private async map(row: ApplicationRow): Promise<Application> {
    return toApplication(row, await this.cipher.sealerFor(row.company_id));
  }
}
