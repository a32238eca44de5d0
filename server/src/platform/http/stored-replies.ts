import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { systemScope } from '../access/scope';
import { Clock } from '../clock/clock';
import { FieldCipher } from '../crypto/field-cipher';
import { type Tx, UnitOfWork } from '../database/unit-of-work';
import { Job } from '../jobs/job';
import { Problem } from '../problems/problem';

/** A keyed call of one person: which endpoint, which key, which request. */
export interface KeyedCall {
  readonly actor: Pick<Actor, 'personId' | 'companyId'>;
  readonly endpointId: string;
  readonly key: string;
  /** Of address and body. */
  readonly requestHash: string;
}

/** No client tries again after so long. */
const KEPT_HOURS = 72;
const HOUR_MS = 3_600_000;
/** Rows of one statement: no lock of the sweep is held for long. */
const PAGE = 1000;

/** Replies of keyed calls, for whoever calls again: sealed with the key of their company, and gone after three days. */
@Injectable()
export class StoredReplies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** True for the first call with its key; a second one waits here until the first commits. */
  async claim(tx: Tx, call: KeyedCall): Promise<boolean> {
    const claimed = await tx.query(
      `insert into idempotency_keys (person_id, endpoint, key, request_hash, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
      [...identityOf(call), hashOf(call), this.clock.now()],
    );
    return claimed.length > 0;
  }

  async keep(tx: Tx, call: KeyedCall, reply: unknown): Promise<void> {
    const sealer = await this.cipher.sealerFor(call.actor.companyId);
    await tx.query(
      'update idempotency_keys set reply_enc = $4 where person_id = $1 and endpoint = $2 and key = $3',
      [...identityOf(call), sealer.seal(placeOf(call), JSON.stringify(reply))],
    );
  }

  /** The reply of the first call. Throws `IDEMPOTENCY_KEY_REUSED` for another request, or one for another company. */
  async read(tx: Tx, call: KeyedCall): Promise<unknown> {
    const [row] = await tx.query<{ request_hash: string; reply_enc: string }>(
      'select request_hash, reply_enc from idempotency_keys where person_id = $1 and endpoint = $2 and key = $3',
      identityOf(call),
    );
    if (!row || row.request_hash !== hashOf(call)) throw new Problem('IDEMPOTENCY_KEY_REUSED');
    const sealer = await this.cipher.sealerFor(call.actor.companyId);
    return JSON.parse(sealer.open(placeOf(call), row.reply_enc));
  }

  /** Policy clause 2, unused data are deleted regularly: page by page, each in a transaction of its own. */
  @Job({ name: 'http.forget_replies', cron: '47 * * * *' })
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_HOURS * HOUR_MS);
    for (let count = PAGE; count >= PAGE; ) count = await this.forgetPage(before);
  }

  private async forgetPage(before: Date): Promise<number> {
    const gone = await this.unitOfWork.runApart(systemScope('stored replies'), (tx) =>
      tx.query(
        `delete from idempotency_keys where (person_id, endpoint, key) in (
           select person_id, endpoint, key from idempotency_keys where created_at < $1 limit $2) returning key`,
        [before, PAGE],
      ),
    );
    return gone.length;
  }
}

const identityOf = ({ actor, endpointId, key }: KeyedCall): string[] => [actor.personId, endpointId, key];

const placeOf = (call: KeyedCall) => ({
  table: 'idempotency_keys',
  column: 'reply_enc',
  rowId: identityOf(call).join('/'),
});

/** Somebody of two companies who switches between two tries gets no reply of the other one. */
const hashOf = ({ actor, requestHash }: KeyedCall): string =>
  createHash('sha256')
    .update(`${actor.companyId ?? ''}\n${requestHash}`)
    .digest('hex');
