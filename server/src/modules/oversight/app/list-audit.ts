import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { auditTrail } from '@qafila/shared/oversight/oversight.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';

interface Row {
  id: string;
  at: Date;
  event: string;
  person_id: string | null;
  company_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  is_chained: boolean;
}

/** The audit trail, newest first, by ids only: no name, no content. */
@Injectable()
export class ListAudit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(actor: Actor, asked: InputOf<typeof auditTrail>['query']): Promise<ReplyOf<typeof auditTrail>> {
    const rows = await this.unitOfWork.run(staffScope(actor), (tx) =>
      tx.query<Row>(
        `select e.id, e.at, e.event, e.person_id, e.company_id, e.subject_kind, e.subject_id,
                exists (select 1 from audit_chain c where c.event_id = e.id) as is_chained
         from audit_event e
         where ($1::text is null or e.event = $1) and ($2::uuid is null or e.person_id = $2)
           and ($3::uuid is null or e.company_id = $3) and ($4::text is null or e.subject_id = $4)
           and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)
           and ($7::uuid is null or (e.at, e.id) < (select p.at, p.id from audit_event p where p.id = $7))
         order by e.at desc, e.id desc limit $8`,
        [
          ...[
            asked.event,
            asked.person,
            asked.company,
            asked.subject,
            asked.from,
            asked.until,
            asked.after,
          ].map((value) => value ?? null),
          asked.limit + 1,
        ],
      ),
    );
    const page = rows.slice(0, asked.limit);
    return {
      rows: page.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        event: row.event,
        personId: row.person_id,
        companyId: row.company_id,
        subject: row.subject_kind ? `${row.subject_kind} ${row.subject_id ?? ''}`.trim() : null,
        isChained: row.is_chained,
      })),
      next: rows.length > asked.limit ? (page.at(-1)?.id ?? null) : null,
    };
  }
}
