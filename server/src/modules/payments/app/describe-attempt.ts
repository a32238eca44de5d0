import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { attemptRow, gatewayAttempt } from '@qafila/shared/payments/gateways.contract';
import type { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { AttemptDeskRepository, type DeskAttempt, settledWordsPlace } from '../db/attempt-desk.repository';
import { viewOfRate } from './describe-payment';

type EntryPosting = Awaited<ReturnType<AttemptDeskRepository['entriesOf']>>[number];

/** One attempt with everything finance knows of it. */
@Injectable()
export class DescribeAttempt {
  constructor(
    private readonly desk: AttemptDeskRepository,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Throws `NOT_FOUND`. */
  async run(tx: Tx, id: string): Promise<ReplyOf<typeof gatewayAttempt>> {
    const attempt = oneRow(await this.desk.one(tx, this.clock.now(), id));
    const hooks = await this.desk.hooksOf(tx, id);
    const settled = await this.desk.settledOf(tx, attempt);
    const sealer = await this.cipher.sealerFor(attempt.companyId);
    return {
      ...rowOf(attempt),
      rate: viewOfRate(attempt.rate),
      ref: attempt.ref,
      rawState: attempt.rawState,
      isEnding: attempt.isEnding,
      expiresAt: attempt.expiresAt.toISOString(),
      nextLookAt: attempt.followAt?.toISOString() ?? null,
      hooks: hooks.map(({ event, at, handledAt }) => ({
        event,
        at: at.toISOString(),
        handledAt: handledAt?.toISOString() ?? null,
      })),
      entries: entriesOf(await this.desk.entriesOf(tx, attempt)),
      settled: settled.map(({ id: lookId, flag, wordsSealed, person, at }) => ({
        flag,
        person,
        at: at.toISOString(),
        words: sealer.open(settledWordsPlace(lookId), wordsSealed),
      })),
    };
  }
}

/** An attempt as it stands in a list. */
export const rowOf = (attempt: DeskAttempt): z.input<typeof attemptRow> => ({
  id: attempt.id,
  version: attempt.version,
  orderId: attempt.orderId,
  orderCode: attempt.orderCode,
  company: attempt.company,
  method: attempt.method,
  gateway: attempt.gateway,
  state: attempt.state,
  amount: attempt.amount,
  pay: attempt.pay,
  flag: attempt.flag,
  failure: attempt.failure,
  isStuck: attempt.isStuck,
  dispute: attempt.dispute && {
    ...attempt.dispute,
    answerBy: attempt.dispute.answerBy?.toISOString() ?? null,
  },
  startedAt: attempt.startedAt.toISOString(),
});

/** Postings of a ledger, by their entries. */
function entriesOf(rows: readonly EntryPosting[]): ReplyOf<typeof gatewayAttempt>['entries'] {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id);
    const [first] = own;
    if (!first) return [];
    const postings = own.map(({ account, amount }) => ({ account, amount }));
    return [{ kind: first.kind, at: first.at.toISOString(), postings }];
  });
}
