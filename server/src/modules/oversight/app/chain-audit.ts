import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';

interface Link {
  chainId: string;
  seq: number;
  eventId: string;
  previousHash: string;
  hash: string;
}
interface WaitingRow {
  id: string;
  chain_id: string;
  facts: string;
}
const BATCH = 500;
/** One worker chains at a time. */
export const CHAIN_LOCK = 716_323_002;
export const FIRST_HASH = '0'.repeat(64);

/** The event as it is hashed: every column, in a fixed order and form. */
export const AUDIT_FACTS = `jsonb_build_array(e.id, e.company_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  e.event, e.person_id, e.acting_as, e.subject_kind, e.subject_id, e.before, e.after, e.request_id)::text`;

/** h = SHA-256(previous hash, number in the chain, event). */
export const linkHash = (previousHash: string, seq: number, facts: string): string =>
  createHash('sha256').update(`${previousHash}\n${seq}\n${facts}`).digest('hex');

/** Chains the audit rows of each company, so that an edit, a swap or a removal shows. */
@Injectable()
export class ChainAudit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Job({ name: 'oversight.chain_audit', cron: '* * * * *' })
  async run(): Promise<void> {
    for (let chained = BATCH; chained === BATCH; ) {
      chained = await this.unitOfWork.runApart(systemScope('audit chain'), (tx) => this.chainBatch(tx));
    }
  }

  private async chainBatch(tx: Tx): Promise<number> {
    const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      CHAIN_LOCK,
    ]);
    if (!lock?.mine) return 0;
    const waiting = await tx.query<WaitingRow>(
      `select e.id, coalesce(e.company_id, $1) as chain_id, ${AUDIT_FACTS} as facts
       from audit_event e where not exists (select 1 from audit_chain c where c.event_id = e.id)
       order by e.id limit ${BATCH}`,
      [STORE_KEY],
    );
    const heads = await tx.query<{ chain_id: string; seq: string; hash: string }>(
      `select distinct on (chain_id) chain_id, seq, hash from audit_chain where chain_id = any($1::uuid[])
       order by chain_id, seq desc`,
      [[...new Set(waiting.map((row) => row.chain_id))]],
    );
    const links = linksFor(
      waiting,
      new Map(heads.map((head) => [head.chain_id, { seq: Number(head.seq), hash: head.hash }])),
    );
    await tx.query(
      `insert into audit_chain (chain_id, seq, event_id, previous_hash, hash)
       select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::text[])`,
      [
        links.map((link) => link.chainId),
        links.map((link) => link.seq),
        links.map((link) => link.eventId),
        links.map((link) => link.previousHash),
        links.map((link) => link.hash),
      ],
    );
    return waiting.length;
  }
}

function linksFor(waiting: readonly WaitingRow[], heads: Map<string, { seq: number; hash: string }>): Link[] {
  return waiting.map((row) => {
    const head = heads.get(row.chain_id) ?? { seq: 0, hash: FIRST_HASH };
    const seq = head.seq + 1;
    const hash = linkHash(head.hash, seq, row.facts);
    heads.set(row.chain_id, { seq, hash });
    return { chainId: row.chain_id, seq, eventId: row.id, previousHash: head.hash, hash };
  });
}
