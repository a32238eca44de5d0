import { Injectable } from '@nestjs/common';
import {
  ENDED_LINK_DAYS,
  ENDED_PROOF_HOURS,
  ENDED_SESSION_DAYS,
} from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';

const HOUR_MS = 3_600_000;
/** Rows of one statement: no lock of the sweep is held for long, however much has ended. */
export const PAGE = 1000;

/** Tokens, challenges, confirmations and what enrolments made that never ended; each opens nothing any more. */
const PROOFS = [
  `delete from passkey_challenges where challenge in (
     select challenge from passkey_challenges where expires_at < $1 limit $2) returning challenge`,
  `delete from step_up_tokens where token_hash in (
     select token_hash from step_up_tokens where expires_at < $1 limit $2) returning token_hash`,
  `delete from totp_drafts where session_id in (
     select session_id from totp_drafts where expires_at < $1 limit $2) returning session_id`,
  `delete from passkey_drafts where id in (
     select d.id from passkey_drafts d join sessions s on s.id = d.session_id where s.ends_at < $1 limit $2) returning id`,
  // Ten of a session at most.
  `delete from recovery_code_drafts where session_id in (
     select d.session_id from recovery_code_drafts d join sessions s on s.id = d.session_id where s.ends_at < $1 limit $2)
   returning session_id`,
  `delete from refresh_tokens where token_hash in (
     select t.token_hash from refresh_tokens t join sessions s on s.id = t.session_id where s.ends_at < $1 limit $2)
   returning token_hash`,
];
const LINKS = `delete from identity_links where token_hash in (
  select token_hash from identity_links where expires_at < $1 limit $2) returning token_hash`;

/**
 * A page of ended sessions. Of a person's whole sessions in a company the newest stays: by it sign-in finds the company
 * again, staff see when he was last here, and a first browser is told from a new one. The session that enrolled anew
 * after a lost factor stays with its case. A session in which staff acted goes with the one it was begun from at the
 * latest. Answers the last of the page.
 */
const SESSIONS = `
  with page as (
    select id, ends_at, person_id, company_id, created_at, level = 'full' and parent_id is null as is_whole
    from sessions where ends_at < $1 and (ends_at, id) > ($3::timestamptz, $4::uuid) order by ends_at, id limit $2
  ), old as (
    select p.id from page p
    where not (p.is_whole and not exists (
        select 1 from sessions n where n.person_id = p.person_id and n.company_id is not distinct from p.company_id
          and n.level = 'full' and n.parent_id is null and (n.created_at, n.id) > (p.created_at, p.id)))
      and not exists (select 1 from factor_cases f where f.session_id = p.id)
  ), gone as (
    delete from sessions
    where id in (select id from old union select c.id from sessions c join old on c.parent_id = old.id)
  ) select id, ends_at::text as ends_at from page order by page.ends_at desc, id desc limit 1`;
const BEFORE_ALL = { ends_at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Policy clause 2, unused data are deleted regularly: what has ended goes, in pages. What happened stays in the trail. */
@Injectable()
export class ForgetEnded {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Job({ name: 'identity.forget_ended', cron: '29 * * * *' })
  async sweep(): Promise<void> {
    for (const statement of PROOFS) await this.forget(statement, ENDED_PROOF_HOURS.value);
    await this.forget(LINKS, ENDED_LINK_DAYS.value * 24);
    await this.forgetSessions(ENDED_SESSION_DAYS.value * 24);
  }

  /** Page by page, each in a transaction of its own, until one is not full. */
  private async forget(statement: string, hours: number): Promise<void> {
    const before = this.before(hours);
    for (let count = PAGE; count >= PAGE; ) count = (await this.page(statement, [before, PAGE])).length;
  }

  private async forgetSessions(hours: number): Promise<void> {
    const before = this.before(hours);
    for (let last: typeof BEFORE_ALL | undefined = BEFORE_ALL; last; )
      [last] = await this.page<typeof BEFORE_ALL>(SESSIONS, [before, PAGE, last.ends_at, last.id]);
  }

  private page<Row>(statement: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.unitOfWork.runApart(systemScope('what has ended'), (tx) =>
      tx.query<Row>(statement, parameters),
    );
  }

  private before(hours: number): Date {
    return new Date(this.clock.now().getTime() - hours * HOUR_MS);
  }
}
