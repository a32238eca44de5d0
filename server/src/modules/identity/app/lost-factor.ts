import { Injectable } from '@nestjs/common';
import type { FactorCaseState } from '@qafila/shared/identity/factor-case.lifecycle';
import { LINK_REQUESTS } from '@qafila/shared/identity/identity.rules';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { FactorCaseRepository } from '../db/factor-case.repository';
import type { Caller } from './caller';
import { DueMails } from './due-mails';
import { Links } from './links';
import { RateLimit } from './rate-limit';
import type { OpenedSession } from './refresh-tokens';
import { linkBucket } from './register';
import { Sessions } from './sessions';

export const caseTextPlace = (caseId: string) => ({
  table: 'factor_cases',
  column: 'text_enc',
  rowId: caseId,
});

interface CaseRow {
  state: FactorCaseState;
  opened_at: Date;
  wait_until: Date | null;
}
const caseReply = (row: CaseRow) => ({
  state: row.state,
  openedAt: row.opened_at.toISOString(),
  waitUntil: row.wait_until?.toISOString() ?? null,
});

/** Somebody who knows his password and lost every second factor: he asks, two staff decide, a day passes, he enrols. */
@Injectable()
export class LostFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: FactorCaseRepository,
    private readonly cipher: FieldCipher,
    private readonly limit: RateLimit,
    private readonly links: Links,
    private readonly sessions: Sessions,
    private readonly mails: DueMails,
    private readonly audit: Audit,
  ) {}

  /** Opens a case, or answers the open one. Throws `WRONG_STATE` for somebody who is signed in whole. */
  open(half: Actor, text: string) {
    if (half.level !== 'half') throw new Problem('WRONG_STATE');
    return this.unitOfWork.run(systemScope('lost factor'), async (tx) => {
      const id = newId();
      const sealer = await this.cipher.sealerFor(null);
      const opened = await tx.query(
        `insert into factor_cases (id, person_id, state, text_enc, opened_at) values ($1, $2, 'open', $3, $4)
         on conflict (person_id) where state in ('open', 'first_approved', 'approved') do nothing returning id`,
        [id, half.personId, sealer.seal(caseTextPlace(id), text), this.clock.now()],
      );
      if (opened.length > 0) {
        await this.mails.ask(tx, { kind: 'lost_factor_opened', personId: half.personId });
        await this.audit.record(tx, {
          event: 'identity.factor_case_opened',
          companyId: null,
          subject: { kind: 'factor-case', id },
        });
      }
      return caseReply(oneRow(await newestOf(tx, half.personId)));
    });
  }

  /** The newest case of the caller. */
  read(half: Actor) {
    return this.unitOfWork.run(systemScope('lost factor'), async (tx) => {
      const [row] = await newestOf(tx, half.personId);
      return { case: row ? caseReply(row) : null };
    });
  }

  /**
   * Password, mailbox and two staff agree, and the wait is over: the caller enrols anew in the one session that is
   * opened here. The old factors stand, and the link works, until that enrolment is complete. Throws `LINK_USED`.
   */
  async enrolAgain(half: Actor, token: string, caller: Caller): Promise<OpenedSession> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    if (half.level !== 'half') throw new Problem('LINK_USED');
    return this.unitOfWork.runApart(systemScope('lost factor'), async (tx) => {
      const link = await this.links.peek(tx, 'lost_factor', token);
      if (link.personId !== half.personId) throw new Problem('LINK_USED');
      const opened = await this.sessions.open(tx, {
        personId: half.personId,
        kind: half.kind,
        companyId: null,
        roles: [],
        level: 'enrolling',
        agent: caller.agent,
        network: caller.network,
      });
      const { sessionId } = opened;
      const bound = await this.cases.bind(tx, {
        personId: half.personId,
        sessionId,
        now: this.clock.now(),
      });
      if (!bound) throw new Problem('LINK_USED');
      if (bound.before) await this.sessions.close(tx, bound.before, 'enrolment begun again');
      await this.sessions.close(tx, half.sessionId, 'enrolment begun');
      return opened;
    });
  }
}

const newestOf = (tx: Tx, personId: string): Promise<CaseRow[]> =>
  tx.query<CaseRow>(
    'select state, opened_at, wait_until from factor_cases where person_id = $1 order by id desc limit 1',
    [personId],
  );
