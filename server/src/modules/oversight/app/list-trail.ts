import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { auditEventsWhere } from '@qafila/shared/oversight/audit-events';
import type { companyTrail } from '@qafila/shared/oversight/oversight.contract';
import { unpackedReason } from '@qafila/shared/traders/acting.rules';
import type { Actor } from '../../../platform/access/actor';
import { type TraderScope, traderScope } from '../../../platform/access/scope';
import { ACTING_AS, actingPlace } from '../../../platform/audit/audit';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';

type Query = InputOf<typeof companyTrail>['query'];
type Row = ReplyOf<typeof companyTrail>['rows'][number];

interface EventRow {
  id: string;
  at: Date;
  event: string;
  subject_kind: string | null;
  subject_id: string | null;
  person_name: string | null;
  person_kind: 'trader' | 'staff' | null;
  subject_name: string | null;
  acting_as: string | null;
  acting_reason_enc: string | null;
}
/** Events of each view, by what the catalogue says of them; what only the store sees is in none. */
const EVENTS_OF: Readonly<Record<Query['view'], readonly string[]>> = {
  all: auditEventsWhere((event) => event.trader),
  changes: auditEventsWhere((event) => event.trader && !event.isRead),
  looks: auditEventsWhere((event) => event.trader && event.isRead === true),
};

/** The trail of one company for its owner: who did what, who looked at its data. */
@Injectable()
export class ListTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly orders: Orders,
  ) {}

  async run(actor: Actor, asked: Query): Promise<ReplyOf<typeof companyTrail>> {
    const scope = traderScope(actor);
    const sealer = await this.cipher.sealerFor(scope.companyId);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await eventsOf(tx, scope, asked);
      const page = found.slice(0, asked.limit);
      const codes = await this.codesOf(tx, page);
      return {
        rows: page.map((row) => toRow(row, codes, sealer)),
        next: found.length > asked.limit ? (page.at(-1)?.id ?? null) : null,
      };
    });
  }

  private async codesOf(tx: Tx, rows: readonly EventRow[]): Promise<Map<string, string>> {
    const ids = rows.flatMap((row) =>
      row.subject_kind === 'order' && row.subject_id ? [row.subject_id] : [],
    );
    if (ids.length === 0) return new Map();
    const facts = await this.orders.factsOf(tx, [...new Set(ids)]);
    return new Map(facts.map((order) => [order.orderId, order.code]));
  }
}

/** A person’s name is shown to a company he belongs to or who is of the store; of anybody else only the side. */
const eventsOf = (tx: Tx, { companyId }: TraderScope, asked: Query): Promise<EventRow[]> =>
  tx.query<EventRow>(
    `select e.id, e.at, e.event, e.subject_kind, e.subject_id, e.acting_as,
            e.after->>'actingReasonEnc' as acting_reason_enc, p.name as person_name, p.kind as person_kind,
            s.name as subject_name
     from audit_event e left join people p on p.id = e.person_id
     left join people s on s.id = case when e.subject_kind = 'person' then e.subject_id::uuid end
       and exists (select 1 from memberships m where m.company_id = $1 and m.person_id = s.id)
     where e.company_id = $1 and e.event = any($2::text[])
       and ($3::uuid is null or (e.at, e.id) < (select l.at, l.id from audit_event l where l.company_id = $1 and l.id = $3))
     order by e.at desc, e.id desc limit $4`,
    [companyId, EVENTS_OF[asked.view], asked.after ?? null, asked.limit + 1],
  );

function toRow(row: EventRow, codes: ReadonlyMap<string, string>, sealer: Sealer): Row {
  const sealed = row.acting_reason_enc;
  const side = row.person_kind === null ? 'portal' : row.person_kind === 'staff' ? 'store' : 'company';
  return {
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    side,
    person: row.person_name,
    isActing: side === 'store' && row.acting_as === ACTING_AS,
    actingReason: sealed === null ? null : unpackedReason(sealer.open(actingPlace(row.id), sealed)),
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    code: row.subject_id === null ? null : (codes.get(row.subject_id) ?? null),
  };
}
