import { Injectable } from '@nestjs/common';
import {
  type BrandProfileState,
  type ProductionSpecState,
  productionSpecLifecycle,
} from '@qafila/shared/branding/branding.lifecycle';
import type { Currency } from '@qafila/shared/kernel/currency';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { ProductionSpec, SignedSpec, SpecEvidence } from '../domain/production-spec';
import { BRAND_WORDS } from './brand-columns';

interface Row {
  company_id: string;
  id: string;
  brand_profile_id: string;
  code: string;
  name: string;
  state: ProductionSpecState;
  revision: number;
  unit_per10k: string;
  currency: Currency;
  minimum_pieces: number;
  lead_days: number;
  content_hash: string;
  content: SignedSpec | null;
  brief_id: string | null;
  proof_id: string | null;
  made_by: string | null;
  maker: string | null;
  made_at: Date;
  locked_at: Date | null;
  checked_at: Date | null;
  checker: string | null;
  refused_for: string | null;
  released_at: Date | null;
  released_for: string | null;
  retired_at: Date | null;
  brand_code: string;
  brand_state: BrandProfileState;
  name_latin: string;
  name_arabic: string | null;
  products: { id: string; name: Record<string, string> }[];
}
/** What a step writes beside the state; what is left out stays. */
export type SpecStep = { readonly to: ProductionSpecState; readonly at: Date } & (
  | { readonly checkedBy: string; readonly refusedFor?: string }
  | { readonly checkedBy?: undefined }
);

const SPECS = `select s.company_id, s.id, s.brand_profile_id, s.code, s.name, s.state, s.revision, s.unit_per10k,
    s.currency, s.minimum_pieces, s.lead_days, s.content_hash, s.content, s.brief_id, s.proof_id, s.made_by,
    m.name as maker, s.made_at, s.locked_at, s.checked_at, k.name as checker, s.refused_for, s.released_at,
    s.released_for, s.retired_at, b.brand_code, b.state as brand_state,
    ${BRAND_WORDS},
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.position), '[]')
     from production_spec_products o join products d on d.id = o.product_id
     where o.company_id = s.company_id and o.spec_id = s.id) as products
  from production_specs s
  join brand_profiles b on b.company_id = s.company_id and b.id = s.brand_profile_id
  join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version
  left join people m on m.id = s.made_by
  left join people k on k.id = s.checked_by`;

/** Production specs: what they say is written once, their steps are written by `advance`. */
@Injectable()
export class ProductionSpecRepository {
  /** Throws `NOT_FOUND`, also for another company's. */
  async read(tx: Tx, id: string): Promise<ProductionSpec> {
    const rows = await tx.query<Row>(`${SPECS} where s.id = $1 and ($2::uuid is null or s.company_id = $2)`, [
      id,
      tx.scope.companyId,
    ]);
    return specOf(oneRow(rows));
  }

  /** Held until the transaction ends, in the revision its caller saw. Throws `STALE_RECORD`. */
  async holdRevision(tx: Tx, at: { readonly id: string; readonly version: number }): Promise<ProductionSpec> {
    await tx.query(
      `select id from production_specs where id = $1 and ($2::uuid is null or company_id = $2) for update`,
      [at.id, tx.scope.companyId],
    );
    const spec = await this.read(tx, at.id);
    if (spec.revision !== at.version) throw new Problem('STALE_RECORD');
    return spec;
  }

  /** The newest first; one row more than `limit`. */
  async ofCompany(
    tx: Tx,
    companyId: string,
    given: {
      readonly isRetired: boolean;
      readonly after: readonly (string | null)[];
      readonly limit: number;
    },
  ): Promise<ProductionSpec[]> {
    const [at, id] = given.after;
    const rows = await tx.query<Row>(
      `${SPECS} where s.company_id = $1 and (s.state = 'retired') = $2
         and ($3::timestamptz is null or (s.made_at, s.id) < ($3, $4::uuid))
       order by s.made_at desc, s.id desc limit $5`,
      [companyId, given.isRetired, at ?? null, id ?? null, given.limit + 1],
    );
    return rows.map(specOf);
  }

  /** Signed specs of all companies: those that wait for their check, the longest waiting first, or the newest first. */
  async ofDesk(
    tx: Tx,
    given: {
      readonly isWaiting: boolean;
      readonly after: readonly (string | null)[];
      readonly limit: number;
    },
  ): Promise<ProductionSpec[]> {
    const [at, id] = given.after;
    const [behind, order] = given.isWaiting ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await tx.query<Row>(
      `${SPECS} where s.proof_id is not null and ($1 is false or s.state = 'draft')
         and ($2::timestamptz is null or (s.made_at, s.id) ${behind} ($2, $3::uuid))
       order by s.made_at ${order}, s.id ${order} limit $4`,
      [given.isWaiting, at ?? null, id ?? null, given.limit + 1],
    );
    return rows.map(specOf);
  }

  /** Writes what was signed, with the products it dresses. */
  async add(
    tx: Tx,
    given: {
      readonly companyId: string;
      readonly id: string;
      readonly code: string;
      readonly content: SignedSpec;
      readonly contentHash: string;
      readonly madeBy: string;
      readonly at: Date;
      readonly price: ProductionSpec['unitPrice'];
    },
  ): Promise<void> {
    const { companyId, id, content, price } = given;
    await tx.query(
      `insert into production_specs (company_id, id, brand_profile_id, code, name, version, unit_per10k, currency,
         content_hash, state, minimum_pieces, lead_days, brief_id, proof_id, content, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[companyId, id, content.brand.id, given.code, content.brief.title, content.proof.version],
        ...[price.per10k, price.currency, given.contentHash],
        ...[content.terms.minimumPieces, content.terms.leadDays, content.brief.id, content.proof.id],
        ...[JSON.stringify(content), given.madeBy, given.at],
      ],
    );
    await tx.query(
      `insert into production_spec_products (company_id, spec_id, product_id)
       select $1, $2, d.product_id from unnest($3::uuid[]) as d(product_id)`,
      [companyId, id, content.products.map((product) => product.id)],
    );
  }

  /** What stands in the records now beside what was signed. */
  async evidence(tx: Tx, spec: ProductionSpec): Promise<SpecEvidence> {
    return oneRow(
      await tx.query<SpecEvidence>(
        `select coalesce(a.sha256 = s.content #>> '{artwork,sha256}', false) as "isFileSame",
           coalesce(k.sha256 = s.content #>> '{packaging,sha256}' and k.content = s.content #> '{packaging,content}',
             false) as "isPackagingSame",
           coalesce(content_sha256(s.content) = s.content_hash, false) as "isContentSame",
           (select coalesce(jsonb_agg(o.product_id order by o.product_id), '[]') from production_spec_products o
            where o.company_id = s.company_id and o.spec_id = s.id)
           = (select coalesce(jsonb_agg(c -> 'id' order by (c ->> 'id')::uuid), '[]')
              from jsonb_array_elements(s.content -> 'products') as c) as "areProductsSame",
           (select count(distinct d.person_id)::int from proof_decisions d where d.company_id = s.company_id and d.proof_id = s.proof_id
              and d.decision = 'approved' and d.content #>> '{hashes,content}' = s.content_hash) as approvals,
           coalesce((select (d.content ->> 'needed')::int from proof_decisions d where d.company_id = s.company_id
             and d.proof_id = s.proof_id and d.decision = 'approved' order by d.position desc limit 1),
             b.approvals_needed) as "approvalsNeeded"
         from production_specs s
         left join briefs b on b.company_id = s.company_id and b.id = s.brief_id
         left join proofs p on p.company_id = s.company_id and p.id = s.proof_id
         left join assets a on a.company_id = p.company_id and a.id = p.asset_id
         left join packaging_spec_versions k on k.company_id = s.company_id
           and k.spec_id = (s.content #>> '{packaging,id}')::uuid and k.version = (s.content #>> '{packaging,version}')::int
         where s.company_id = $1 and s.id = $2`,
        [spec.companyId, spec.id],
      ),
    );
  }

  /** Takes a step that the lifecycle decided. Throws `STALE_RECORD` when state or revision moved since. */
  async advance(tx: Tx, spec: ProductionSpec, step: SpecStep): Promise<ProductionSpec> {
    const rows = await tx.query(
      `update production_specs set state = $5, revision = revision + 1,
         checked_by = coalesce($7, checked_by), checked_at = case when $7::uuid is null then checked_at else $6 end,
         locked_at = case when $5 = 'locked' then $6 else locked_at end,
         retired_at = case when $5 = 'retired' then $6 else retired_at end,
         refused_for = coalesce($8, refused_for)
       where company_id = $1 and id = $2 and state = $3 and revision = $4 returning id`,
      [
        ...[spec.companyId, spec.id, spec.state, spec.revision, step.to, step.at],
        ...[step.checkedBy ?? null, step.checkedBy === undefined ? null : (step.refusedFor ?? null)],
      ],
    );
    if (rows.length === 0) throw new Problem('STALE_RECORD');
    return this.read(tx, spec.id);
  }

  /** Brings those of these specs into production that are not yet; answers which. One statement, in one order of locks. */
  async release(
    tx: Tx,
    given: {
      readonly companyId: string;
      readonly specIds: readonly string[];
      readonly orderId: string;
      readonly at: Date;
    },
  ): Promise<string[]> {
    const { from, to } = productionSpecLifecycle.steps.release;
    const rows = await tx.query<{ id: string }>(
      `with due as (select id from production_specs where company_id = $1 and id = any($2) and state = any($3)
         order by id for update)
       update production_specs s set state = $4, revision = s.revision + 1, released_at = $5, released_for = $6
       from due where s.company_id = $1 and s.id = due.id returning s.id`,
      [given.companyId, given.specIds, from, to, given.at, given.orderId],
    );
    return rows.map((row) => row.id);
  }
}

const specOf = (row: Row): ProductionSpec => ({
  companyId: row.company_id,
  id: row.id,
  brandProfileId: row.brand_profile_id,
  code: row.code,
  name: row.name,
  state: row.state,
  revision: row.revision,
  unitPrice: { per10k: Number(row.unit_per10k), currency: row.currency },
  minimumPieces: row.minimum_pieces,
  leadDays: row.lead_days,
  contentHash: row.content_hash,
  content: row.content,
  briefId: row.brief_id,
  proofId: row.proof_id,
  madeBy: row.made_by,
  maker: row.maker,
  madeAt: row.made_at,
  lockedAt: row.locked_at,
  checkedAt: row.checked_at,
  checker: row.checker,
  refusedFor: row.refused_for,
  releasedAt: row.released_at,
  releasedFor: row.released_for,
  retiredAt: row.retired_at,
  brandState: row.brand_state,
  // A signed spec keeps the names it was signed with.
  brand: row.content?.brand ?? {
    code: row.brand_code,
    nameLatin: row.name_latin,
    nameArabic: row.name_arabic,
  },
  products: row.content?.products ?? row.products,
});
