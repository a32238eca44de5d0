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
import { KnownDevices } from './known-devices';
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
    private readonly devices: KnownDevices,
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
   * Password, mailbox and two staff agree, and the wait is over: factors, codes, devices and sessions end, and the
   * caller enrols anew. Throws `LINK_USED`.
   */
  async enrolAgain(half: Actor, token: string, caller: Caller): Promise<OpenedSession> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    if (half.level !== 'half') throw new Problem('LINK_USED');
    return this.unitOfWork.runApart(systemScope('lost factor'), async (tx) => {
      const link = await this.links.use(tx, 'lost_factor', token);
      if (link.personId !== half.personId) throw new Problem('LINK_USED');
      const used = await this.cases.advanceToUsed(tx, half.personId, this.clock.now());
      if (!used) throw new Problem('LINK_USED');
      await this.clear(tx, half.personId);
      await this.audit.record(tx, {
        event: 'identity.factors_reset',
        companyId: null,
        subject: { kind: 'person', id: half.personId },
        after: { factorCase: used.id },
      });
      return this.sessions.open(tx, {
        personId: half.personId,
        kind: half.kind,
        companyId: null,
        roles: [],
        level: 'enrolling',
        agent: caller.agent,
        network: caller.network,
      });
    });
  }

  private async clear(tx: Tx, personId: string): Promise<void> {
    await tx.query('update people set enrolled_at = null, codes_confirmed_at = null where id = $1', [
      personId,
    ]);
    await tx.query('delete from totp_factors where person_id = $1', [personId]);
    await tx.query('delete from totp_drafts where person_id = $1', [personId]);
    await tx.query('delete from passkeys where person_id = $1', [personId]);
    await tx.query('delete from recovery_codes where person_id = $1', [personId]);
    await this.devices.forgetAll(tx, personId);
    await this.sessions.closeAll(tx, { personIds: [personId], reason: 'factors reset' });
  }
}

const newestOf = (tx: Tx, personId: string): Promise<CaseRow[]> =>
  tx.query<CaseRow>(
    'select state, opened_at, wait_until from factor_cases where person_id = $1 order by id desc limit 1',
    [personId],
  );
