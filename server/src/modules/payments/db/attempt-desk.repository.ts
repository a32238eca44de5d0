import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { AttemptFlag } from '@qafila/shared/payments/attempts.contract';
import type { ATTEMPT_VIEWS } from '@qafila/shared/payments/gateways.contract';
import { type AttemptState, LIVE_ATTEMPT_STATES } from '@qafila/shared/payments/payments.lifecycle';
import { ATTEMPT_STUCK_MINUTES } from '@qafila/shared/payments/payments.rules';
import type { Place } from '../../../platform/crypto/field-cipher';
import { CURSOR_PART, decodeCursor } from '../../../platform/database/cursor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { Attempt, RemoteGatewayId } from '../domain/attempts/attempt';
import type { EntryKind } from '../domain/ledger-entry';
import { ATTEMPT_FIELDS, type AttemptSqlRow, attemptOf } from './attempt.mapper';

/** An attempt with what its order and company are called. */
export interface DeskAttempt extends Attempt {
  readonly orderCode: string;
  readonly company: string;
  readonly isStuck: boolean;
  readonly rawState: string | null;
  readonly followAt: Date | null;
}
export interface AttemptPage {
  readonly view: (typeof ATTEMPT_VIEWS)[number];
  readonly gateway?: RemoteGatewayId | undefined;
  readonly state?: AttemptState | undefined;
  /** The beginning of an order's code. */
  readonly q: string;
  readonly after?: string | undefined;
  readonly limit: number;
}
export interface WaitingAttempts {
  readonly look: number;
  readonly lookOldest: Date | null;
  readonly disputes: number;
  readonly disputesOldest: Date | null;
}
/** A flag that somebody settled; his words are sealed with the company's key. */
export interface SettledFlag {
  readonly id: string;
  readonly flag: AttemptFlag;
  readonly wordsSealed: string;
  readonly person: string;
  readonly at: Date;
}

export const settledWordsPlace = (id: string): Place => ({
  table: 'attempt_looks',
  column: 'words_enc',
  rowId: id,
});

/**
 * Should have moved by now, by the moment `$1`: no page, no end of what its gateway works on, or open beyond its end.
 * Whoever just has not paid yet is not stuck.
 */
const IS_STUCK = `(a.state = any($2) and a.started_at < $1::timestamptz - interval '${ATTEMPT_STUCK_MINUTES.value} minutes'
  and (a.gateway_ref is null or a.state in ('processing', 'authorised')
    or a.expires_at < $1::timestamptz - interval '${ATTEMPT_STUCK_MINUTES.value} minutes'))`;
const IN_VIEW = {
  look: `(a.flag is not null or ${IS_STUCK})`,
  disputes: 'a.dispute is not null',
  all: 'true',
} as const;
const OPEN_DISPUTE = `a.dispute ->> 'state' = 'open'`;

const OWN_FIELDS = ATTEMPT_FIELDS.map((field) => `a.${field}`).join(', ');
const ATTEMPT = `select ${OWN_FIELDS}, a.raw_state, a.follow_at, o.code as order_code, c.name_latin as company,
    ${IS_STUCK} as is_stuck
  from payment_attempts a
  join orders o on o.company_id = a.company_id and o.id = a.order_id
  join companies c on c.id = a.company_id`;

type Row = AttemptSqlRow & {
  raw_state: string | null;
  follow_at: Date | null;
  order_code: string;
  company: string;
  is_stuck: boolean;
};
const deskAttemptOf = (row: Row): DeskAttempt => ({
  ...attemptOf(row),
  orderCode: row.order_code,
  company: row.company,
  isStuck: row.is_stuck,
  rawState: row.raw_state,
  followAt: row.follow_at,
});

/** Attempts as finance sees them. Needs a staff scope. */
@Injectable()
export class AttemptDeskRepository {
  /** The newest first; one row more than `limit` where there is a next page. */
  async page(tx: Tx, at: Date, asked: AttemptPage): Promise<DeskAttempt[]> {
    const [startedAt, id] = decodeCursor(asked.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const rows = await tx.query<Row>(
      `${ATTEMPT} where ${IN_VIEW[asked.view]} and ($3::text is null or a.gateway = $3)
         and ($4::text is null or a.state = $4) and starts_with(o.code, $5)
         and ($6::timestamptz is null or (a.started_at, a.id) < ($6::timestamptz, $7::uuid))
       order by a.started_at desc, a.id desc limit $8`,
      [
        at,
        LIVE_ATTEMPT_STATES,
        asked.gateway ?? null,
        asked.state ?? null,
        asked.q.toUpperCase(),
        startedAt,
        id,
        asked.limit + 1,
      ],
    );
    return rows.map(deskAttemptOf);
  }

  async one(tx: Tx, at: Date, id: string): Promise<DeskAttempt[]> {
    const rows = await tx.query<Row>(`${ATTEMPT} where a.id = $3`, [at, LIVE_ATTEMPT_STATES, id]);
    return rows.map(deskAttemptOf);
  }

  /** What waits for somebody of the store, and since when the oldest of each does. */
  async waiting(tx: Tx, at: Date): Promise<WaitingAttempts> {
    const [row] = await tx.query<{
      look: string;
      look_oldest: Date | null;
      disputes: string;
      disputes_oldest: Date | null;
    }>(
      `select count(*) filter (where ${IN_VIEW.look}) as look,
         min(a.changed_at) filter (where ${IN_VIEW.look}) as look_oldest,
         count(*) filter (where ${OPEN_DISPUTE}) as disputes,
         min(a.changed_at) filter (where ${OPEN_DISPUTE}) as disputes_oldest
       from payment_attempts a where ${IN_VIEW.look} or a.dispute is not null`,
      [at, LIVE_ATTEMPT_STATES],
    );
    return {
      look: Number(row?.look ?? 0),
      lookOldest: row?.look_oldest ?? null,
      disputes: Number(row?.disputes ?? 0),
      disputesOldest: row?.disputes_oldest ?? null,
    };
  }

  async hooksOf(
    tx: Tx,
    id: string,
  ): Promise<{ readonly event: string; readonly at: Date; readonly handledAt: Date | null }[]> {
    const rows = await tx.query<{ event: string; received_at: Date; handled_at: Date | null }>(
      'select event, received_at, handled_at from gateway_hooks where attempt_id = $1 order by received_at, id',
      [id],
    );
    return rows.map(({ event, received_at: at, handled_at: handledAt }) => ({ event, at, handledAt }));
  }

  /** What the ledger has of an attempt, posting by posting. */
  async entriesOf(
    tx: Tx,
    { companyId, id }: Pick<Attempt, 'companyId' | 'id'>,
  ): Promise<
    {
      readonly id: string;
      readonly kind: EntryKind;
      readonly at: Date;
      readonly account: string;
      readonly amount: Money;
    }[]
  > {
    const rows = await tx.query<{
      id: string;
      kind: EntryKind;
      booked_at: Date;
      account: string;
      amount_minor: string;
      currency: Currency;
    }>(
      `select e.id, e.kind, e.booked_at, p.account, p.amount_minor, p.currency
       from ledger_entries e join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id
       where e.company_id = $1 and e.attempt_id = $2 order by e.booked_at, e.id, p.position`,
      [companyId, id],
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.booked_at,
      account: row.account,
      amount: money(Number(row.amount_minor), row.currency),
    }));
  }

  async settledOf(tx: Tx, { companyId, id }: Pick<Attempt, 'companyId' | 'id'>): Promise<SettledFlag[]> {
    const rows = await tx.query<{ id: string; flag: AttemptFlag; words_enc: string; name: string; at: Date }>(
      `select l.id, l.flag, l.words_enc, p.name, l.at from attempt_looks l join people p on p.id = l.person_id
       where l.company_id = $1 and l.attempt_id = $2 order by l.at, l.id`,
      [companyId, id],
    );
    return rows.map((row) => ({
      id: row.id,
      flag: row.flag,
      wordsSealed: row.words_enc,
      person: row.name,
      at: row.at,
    }));
  }

  /** Takes the flag down and keeps who did; zero where the attempt changed meanwhile. */
  async settle(
    tx: Tx,
    attempt: Pick<Attempt, 'companyId' | 'id' | 'version'>,
    given: {
      readonly flag: AttemptFlag;
      readonly at: Date;
      readonly personId: string;
      readonly sealed: (id: string) => string;
    },
  ): Promise<number> {
    const id = newId();
    const rows = await tx.query(
      `with settled as (
         update payment_attempts set flag = null, settled_flag = flag, changed_at = $4, version = version + 1
         where company_id = $1 and id = $2 and version = $3 and flag = $5 returning id
       )
       insert into attempt_looks (company_id, id, attempt_id, flag, words_enc, person_id, at)
       select $1, $6, settled.id, $5, $7, $8, $4 from settled returning id`,
      [
        attempt.companyId,
        attempt.id,
        attempt.version,
        given.at,
        given.flag,
        id,
        given.sealed(id),
        given.personId,
      ],
    );
    return rows.length;
  }
}
