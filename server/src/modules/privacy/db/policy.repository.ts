import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { PolicyTexts } from '@qafila/shared/privacy/privacy.contract';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';

/** A published version. */
export interface PolicyEdition {
  readonly version: number;
  /** `null` for the policy the store opened with. */
  readonly publishedAt: Date | null;
}
export interface StoredDraft {
  readonly basedOn: number;
  readonly texts: PolicyTexts;
  readonly version: number;
  readonly savedAt: Date;
}
/** What a person has seen, beside what there is. */
export interface PolicyReading {
  readonly current: number;
  readonly seen: { readonly version: number; readonly at: Date } | null;
  /** The version in force when the person came. */
  readonly metOnArrival: number;
}
interface EditionRow {
  version: number;
  published_at: Date | null;
}

/** Versions of the policy, its draft, and who saw which version when. */
@Injectable()
export class PolicyRepository {
  async current(tx: Tx): Promise<number> {
    const rows = await tx.query<{ version: number }>('select max(version) as version from policy_versions');
    return oneRow(rows).version;
  }

  /** Newest first. */
  async editions(tx: Tx): Promise<PolicyEdition[]> {
    const rows = await tx.query<EditionRow>(
      'select version, published_at from policy_versions order by version desc',
    );
    return rows.map((row) => ({ version: row.version, publishedAt: row.published_at }));
  }

  /** One version with its text, which is `null` for the one that comes with the program. Throws `NOT_FOUND`. */
  async edition(
    tx: Tx,
    key: { version: number; locale: Locale },
  ): Promise<PolicyEdition & { text: string | null }> {
    const row = oneRow(
      await tx.query<EditionRow & { body: string | null }>(
        `select v.version, v.published_at, t.body from policy_versions v
         left join policy_texts t on t.version = v.version and t.locale = $2 where v.version = $1`,
        [key.version, key.locale],
      ),
    );
    return { version: row.version, publishedAt: row.published_at, text: row.body };
  }

  /** All texts of a version by language; empty for the one that comes with the program. */
  async texts(tx: Tx, version: number): Promise<ReadonlyMap<Locale, string>> {
    const rows = await tx.query<{ locale: Locale; body: string }>(
      'select locale, body from policy_texts where version = $1',
      [version],
    );
    return new Map(rows.map((row) => [row.locale, row.body]));
  }

  /** Adds the version after `basedOn`. False when somebody else published it first. */
  async publish(
    tx: Tx,
    given: { basedOn: number; texts: PolicyTexts; at: Date; personId: string },
  ): Promise<boolean> {
    const rows = await tx.query<{ version: number }>(
      `with published as (
         insert into policy_versions (version, published_at, published_by)
         select v.version + 1, $2, $3 from policy_versions v where v.version = $1
         on conflict on constraint pk_policy_versions do nothing returning version
       ), written as (
         insert into policy_texts (version, locale, body)
         select p.version, t.key, t.value from published p, jsonb_each_text($4::jsonb) t
       )
       select version from published`,
      [given.basedOn, given.at, given.personId, JSON.stringify(given.texts)],
    );
    return rows.length > 0;
  }

  async draft(tx: Tx): Promise<StoredDraft | null> {
    const [row] = await tx.query<{ based_on: number; texts: PolicyTexts; version: number; saved_at: Date }>(
      'select based_on, texts, version, saved_at from policy_draft',
    );
    return row
      ? { basedOn: row.based_on, texts: row.texts, version: row.version, savedAt: row.saved_at }
      : null;
  }

  /** Keeps the draft and returns its new version. Throws `STALE_RECORD` when another copy was saved. */
  async saveDraft(
    tx: Tx,
    given: { basedOn: number; texts: PolicyTexts; version: number; at: Date; personId: string },
  ): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      `insert into policy_draft as d (id, based_on, texts, version, saved_at, saved_by)
       values (1, $1, $2, $3 + 1, $4, $5)
       on conflict on constraint pk_policy_draft do update set based_on = excluded.based_on, texts = excluded.texts,
         version = d.version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
       where d.version = $3
       returning version`,
      [given.basedOn, JSON.stringify(given.texts), given.version, given.at, given.personId],
    );
    if (!row) throw new Problem('STALE_RECORD');
    return row.version;
  }

  async dropDraft(tx: Tx): Promise<void> {
    await tx.query('delete from policy_draft');
  }

  async reading(tx: Tx, personId: string): Promise<PolicyReading> {
    const row = oneRow(
      await tx.query<{
        current: number;
        on_arrival: number;
        seen_version: number | null;
        seen_at: Date | null;
      }>(
        `select (select max(version) from policy_versions) as current,
                (select coalesce(max(v.version), 1) from policy_versions v where v.published_at <= p.created_at) as on_arrival,
                s.version as seen_version, s.seen_at
         from people p
         left join lateral (select version, seen_at from policy_seen where person_id = p.id order by version desc limit 1) s on true
         where p.id = $1`,
        [personId],
      ),
    );
    const { seen_version: version, seen_at: at } = row;
    return {
      current: row.current,
      metOnArrival: row.on_arrival,
      seen: version === null || at === null ? null : { version, at },
    };
  }

  /** Records the first time only. False when it was recorded before. Throws `NOT_FOUND` for no such version. */
  async see(tx: Tx, given: { personId: string; version: number; at: Date }): Promise<boolean> {
    oneRow(await tx.query('select version from policy_versions where version = $1', [given.version]));
    const rows = await tx.query(
      `insert into policy_seen (person_id, version, seen_at) values ($1, $2, $3)
       on conflict on constraint pk_policy_seen do nothing returning version`,
      [given.personId, given.version, given.at],
    );
    return rows.length > 0;
  }
}
