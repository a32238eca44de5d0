import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { AuditKey } from './audit-key';
import { CHAIN_LOCK, FIRST_HASH } from './chain-audit';
import { type Seal, SealFiles } from './seal-files';

/** What is signed: the newest link of every chain, and the document signed before. */
export interface SealedHeads {
  readonly number: number;
  readonly day: string;
  readonly at: string;
  /** SHA-256 of the document before, hex; zeros for the first. */
  readonly previous: string;
  /** Chain, number of its last link, hash of that link. */
  readonly heads: readonly (readonly [string, number, string])[];
}
export const documentHash = (document: string): string => createHash('sha256').update(document).digest('hex');

/** Signs the head of every chain once a day (UTC), in a table and in a file: what was there cannot be cut off. */
@Injectable()
export class SealHeads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly key: AuditKey,
    private readonly files: SealFiles,
  ) {}

  /** Every hour, so that a worker that slept at midnight still seals the day. */
  @Job({ name: 'oversight.seal_heads', cron: '7 * * * *' })
  async run(): Promise<void> {
    await this.unitOfWork.runApart(systemScope('audit heads'), (tx) => this.seal(tx));
  }

  private async seal(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const at = this.clock.now().toISOString();
    const day = at.slice(0, 10);
    const [last] = await tx.query<{ number: number; day: string; document: string }>(
      'select number, day::text, document from audit_seals order by number desc limit 1',
    );
    // A demo clock may have been ahead; a day is never sealed twice or out of order.
    if (last && last.day >= day) return;
    const heads = await tx.query<{ chain_id: string; seq: string; hash: string }>(
      'select distinct on (chain_id) chain_id, seq, hash from audit_chain order by chain_id, seq desc',
    );
    if (heads.length === 0) return;
    const signed: SealedHeads = {
      number: (last?.number ?? 0) + 1,
      day,
      at,
      previous: last ? documentHash(last.document) : FIRST_HASH,
      heads: heads.map((head) => [head.chain_id, Number(head.seq), head.hash]),
    };
    await this.keep(tx, { number: signed.number, day, document: JSON.stringify(signed) });
  }

  /** The file first: a row that commits has its file, and a file without a row is written over by the next try. */
  private async keep(tx: Tx, unsigned: Pick<Seal, 'number' | 'day' | 'document'>): Promise<void> {
    const seal = { ...unsigned, signature: this.key.sign(unsigned.document), keyId: this.key.id };
    this.files.write(seal, this.key.publicKey);
    await tx.query(
      'insert into audit_seals (number, day, document, signature, key_id) values ($1, $2, $3, $4, $5)',
      [seal.number, seal.day, seal.document, seal.signature, seal.keyId],
    );
  }
}
