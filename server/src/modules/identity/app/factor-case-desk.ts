import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { FactorCaseState } from '@qafila/shared/identity/factor-case.lifecycle';
import type {
  FACTOR_CASE_QUEUES,
  FactorCaseView,
  listFactorCases,
} from '@qafila/shared/identity/lost-factor.contract';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { caseTextPlace } from './lost-factor';
import { addressPlace } from './people-door';

interface ListRow {
  id: string;
  state: FactorCaseState;
  person_id: string;
  name: string;
  kind: 'trader' | 'staff';
  company: { id: string; nameLatin: string; nameArabic: string | null } | null;
  opened_at: Date;
  approvers: string[];
}
interface CaseRow extends ListRow {
  version: number;
  text_enc: string;
  email_enc: string;
  locale: Locale;
  wait_until: Date | null;
  created_at: Date;
  last_sign_in_at: Date | null;
  cases_before: number;
  has_open_session: boolean;
}
interface DecisionRow {
  position: number;
  by: string;
  decision: 'approve' | 'refuse';
  note_enc: string;
  at: Date;
}
export const notePlace = (caseId: string, position: number) => ({
  table: 'factor_case_decisions',
  column: 'note_enc',
  rowId: `${caseId}/${position}`,
});

const HEAD = `f.id, f.state, f.person_id, p.name, p.kind, f.opened_at,
  array(select d.staff_id from factor_case_decisions d where d.case_id = f.id and d.decision = 'approve') as approvers,
  (select json_build_object('id', c.id, 'nameLatin', c.name_latin, 'nameArabic', c.name_arabic)
    from memberships m join companies c on c.id = m.company_id where m.person_id = f.person_id and m.state <> 'removed'
    order by m.company_id limit 1) as company`;

const headReply = (row: ListRow, actor: Actor) => ({
  id: row.id,
  state: row.state,
  person: { id: row.person_id, name: row.name, kind: row.kind },
  company: row.company,
  openedAt: row.opened_at.toISOString(),
  approvals: row.approvers.length,
  canApprove:
    ['open', 'first_approved'].includes(row.state) &&
    row.person_id !== actor.personId &&
    !row.approvers.includes(actor.personId),
});

/** The staff's desk of lost factors: what waits, what was decided, one case. */
@Injectable()
export class FactorCaseDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  async list(
    actor: Actor,
    queue: (typeof FACTOR_CASE_QUEUES)[number],
  ): Promise<ReplyOf<typeof listFactorCases>> {
    const isWaiting = queue === 'waiting';
    const rows = await this.unitOfWork.run(staffScope(actor), (tx) =>
      tx.query<ListRow>(
        `select ${HEAD} from factor_cases f join people p on p.id = f.person_id
         where (f.state in ('open', 'first_approved')) = $1
         order by case when $1 then f.opened_at end, f.opened_at desc, f.id limit 100`,
        [isWaiting],
      ),
    );
    return { rows: rows.map((row) => headReply(row, actor)) };
  }

  /** One case. Who opened it to read stands in the trail: it names a person and what he wrote. */
  read(actor: Actor, id: string): Promise<FactorCaseView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const view = await this.view(tx, actor, id);
      await this.audit.record(tx, {
        event: 'identity.factor_case_read',
        companyId: view.company?.id ?? null,
        subject: { kind: 'factor-case', id },
      });
      return view;
    });
  }

  /** The case as it stands in an open transaction. Throws `NOT_FOUND`. */
  async view(tx: Tx, actor: Actor, id: string): Promise<FactorCaseView> {
    const row = oneRow(
      await tx.query<CaseRow>(
        `select ${HEAD}, f.version, f.text_enc, f.wait_until, p.email_enc, p.locale, p.created_at,
           (select max(s.created_at) from sessions s where s.person_id = p.id and s.level = 'full') as last_sign_in_at,
           (select count(*)::int from factor_cases o where o.person_id = p.id and o.id < f.id) as cases_before,
           exists (select 1 from sessions s where s.person_id = p.id and s.level = 'full' and s.closed_at is null) as has_open_session
         from factor_cases f join people p on p.id = f.person_id where f.id = $1`,
        [id],
      ),
    );
    const decisions = await tx.query<DecisionRow>(
      `select d.position, p.name as by, d.decision, d.note_enc, d.at from factor_case_decisions d
       join people p on p.id = d.staff_id where d.case_id = $1 order by d.position`,
      [id],
    );
    const sealer = await this.cipher.sealerFor(null);
    return {
      ...headReply(row, actor),
      version: row.version,
      text: sealer.open(caseTextPlace(id), row.text_enc),
      email: sealer.open(addressPlace(row.person_id), row.email_enc),
      locale: row.locale,
      waitUntil: row.wait_until?.toISOString() ?? null,
      signals: {
        registeredAt: row.created_at.toISOString(),
        lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
        casesBefore: row.cases_before,
        hasOpenSession: row.has_open_session,
      },
      decisions: decisions.map((each) => ({
        by: each.by,
        decision: each.decision,
        note: sealer.open(notePlace(id, each.position), each.note_enc),
        at: each.at.toISOString(),
      })),
    };
  }
}
