import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { AuditKey } from './audit-key';
import { AUDIT_FACTS } from './chain-audit';
import { type AuditFault, ChainJudge, type ChainRow } from './judge-chain';
import { judgeSeals } from './judge-seals';
import { type Seal, SealFiles } from './seal-files';

/** What a check of the whole trail found. */
export interface AuditReport {
  readonly links: number;
  readonly seals: number;
  readonly faults: readonly AuditFault[];
}
type Reader = Pick<Tx, 'query'>;

const PAGE = 2_000;
/** The worker chains every minute; what waits longer than this was never seen by it, or its link was taken away. */
const CHAINED_WITHIN_MS = 15 * 60_000;
/** Before the first link, whatever number somebody may have given it. */
const BEFORE_ALL = { chain: STORE_KEY, seq: Number.MIN_SAFE_INTEGER };

/** Checks every link, every event behind it, and every signed head. Changes nothing. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly key: AuditKey,
    private readonly files: SealFiles,
  ) {}

  /** Reads in a transaction of its own, or over the connection that is given. */
  run(over?: Reader): Promise<AuditReport> {
    if (over) return this.read(over);
    return this.unitOfWork.runApart(systemScope('audit check'), (tx) => this.read(tx));
  }

  private async read(tx: Reader): Promise<AuditReport> {
    const rows = await tx.query<Seal>(
      'select number, day::text, document, signature, key_id as "keyId" from audit_seals order by number',
    );
    const seals = judgeSeals(this.key, { rows, files: this.files.all() });
    const judge = new ChainJudge(seals.heads, this.config.mode !== 'demo');
    await eachLink(tx, (row) => judge.add(row));
    judge.end();
    const unchained = await this.unchained(tx);
    return {
      links: judge.links,
      seals: rows.length,
      faults: [...seals.faults, ...judge.faults, ...unchained],
    };
  }

  private async unchained(tx: Reader): Promise<AuditFault[]> {
    const rows = await tx.query<{ id: string; chain_id: string }>(
      `select e.id, coalesce(e.company_id, $1) as chain_id from audit_event e
       where e.at < $2 and not exists (select 1 from audit_chain c where c.event_id = e.id) order by e.id limit 100`,
      [STORE_KEY, new Date(this.clock.now().getTime() - CHAINED_WITHIN_MS)],
    );
    return rows.map((row) => ({ kind: 'unchained', chainId: row.chain_id, seq: null, eventId: row.id }));
  }
}

/** Every link in order, page by page, with the event as it stands now. */
async function eachLink(tx: Reader, take: (row: ChainRow) => void): Promise<void> {
  for (let from = BEFORE_ALL; ; ) {
    const rows = await tx.query<ChainRow>(
      `select c.chain_id, c.seq, c.event_id, c.previous_hash, c.hash, e.company_id, e.at,
              case when e.id is null then null else ${AUDIT_FACTS} end as facts
       from audit_chain c left join audit_event e on e.id = c.event_id
       where (c.chain_id, c.seq) > ($1::uuid, $2::bigint) order by c.chain_id, c.seq limit ${PAGE}`,
      [from.chain, from.seq],
    );
    rows.forEach(take);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    from = { chain: last.chain_id, seq: Number(last.seq) };
  }
}
