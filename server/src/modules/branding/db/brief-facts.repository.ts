import { Injectable } from '@nestjs/common';
import type { ProofState } from '@qafila/shared/branding/branding.lifecycle';
import type { Turn, TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { BriefProduct } from '@qafila/shared/branding/brief-views';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Brief, BriefKey } from '../domain/brief';
import { BRAND_COLOURS, BRAND_WORDS } from './brand-columns';

interface TurnJson {
  readonly side: TurnSide;
  readonly leg: number;
  readonly from_at: string;
  readonly until_at: string | null;
}
interface FactsRow {
  brand_code: string;
  name_latin: string;
  name_arabic: string | null;
  ink: string;
  accent: string;
  brand_state: string;
  packaging: { id: string; name: string; version: number } | null;
  products: { id: string; name: Record<string, string> }[];
  files: FileFacts[];
  brand_files: FileFacts[];
  turns: TurnJson[];
  assignee: string | null;
  gatekeeper: string | null;
  open_todos: number;
}
/** A file beside a brief. */
interface FileFacts {
  readonly assetId: string;
  readonly kind: string;
  readonly state: string;
}
/** What stands around a brief. */
export interface BriefSurroundings {
  readonly brand: {
    readonly code: string;
    readonly nameLatin: string;
    readonly nameArabic: string | null;
    readonly ink: string;
    readonly accent: string;
    readonly isActive: boolean;
  };
  readonly packaging: { readonly id: string; readonly name: string; readonly version: number } | null;
  readonly products: readonly { readonly id: string; readonly name: Record<string, string> }[];
  readonly references: readonly FileFacts[];
  /** Dieline of its packaging and logos of its brand: what a design is drawn on and with. */
  readonly brandFiles: readonly FileFacts[];
  readonly turns: readonly Turn[];
  readonly assignee: string | null;
  readonly gatekeeper: string | null;
  readonly openTodos: number;
}
/** A version in the list of a brief. */
export interface VersionFacts {
  readonly id: string;
  readonly version: number;
  readonly state: ProofState;
  readonly assetId: string;
  readonly madeBy: string;
  readonly sentAt: Date | null;
  readonly viewedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** Names and counts around one brief. */
@Injectable()
export class BriefFactsRepository {
  /** One statement. */
  async around(tx: Tx, brief: Brief): Promise<BriefSurroundings> {
    const rows = await tx.query<FactsRow>(
      `select b.brand_code, ${BRAND_WORDS}, ${BRAND_COLOURS}, b.state as brand_state,
         (select jsonb_build_object('id', s.id, 'name', s.name, 'version', s.version) from packaging_specs s
          where s.company_id = x.company_id and s.id = x.packaging_spec_id) as packaging,
         (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.position), '[]')
          from products d where d.id = any(x.product_ids)) as products,
         (select coalesce(jsonb_agg(jsonb_build_object('assetId', a.id, 'kind', a.kind, 'state', a.state)
            order by r.position), '[]')
          from brief_references r join assets a on a.company_id = r.company_id and a.id = r.asset_id
          where r.company_id = x.company_id and r.brief_id = x.id) as files,
         (select coalesce(jsonb_agg(jsonb_build_object('assetId', a.id, 'kind', a.kind, 'state', a.state)
            order by a.kind, a.uploaded_at, a.id), '[]')
          from assets a where a.company_id = x.company_id and (a.id = (select s.dieline_asset_id
              from packaging_specs s where s.company_id = x.company_id and s.id = x.packaging_spec_id)
            or a.id::text in (select l.value from jsonb_each_text(v.content -> 'logos') l))) as brand_files,
         (select coalesce(jsonb_agg(to_jsonb(t) order by t.position), '[]') from brief_turns t
          where t.company_id = x.company_id and t.brief_id = x.id) as turns,
         (select p.name from people p where p.id = x.assignee_id) as assignee,
         (select p.name from people p where p.id = x.gatekeeper_id) as gatekeeper,
         (select count(*)::int from proof_todos o where o.company_id = x.company_id and o.brief_id = x.id
            and o.done_at is null) as open_todos
       from briefs x join brand_profiles b on b.company_id = x.company_id and b.id = x.brand_profile_id
       join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version
       where x.company_id = $1 and x.id = $2`,
      [brief.companyId, brief.id],
    );
    return toSurroundings(oneRow(rows));
  }

  /** Versions of a brief, newest first. */
  async versions(tx: Tx, brief: BriefKey, onlySent: boolean): Promise<VersionFacts[]> {
    const rows = await tx.query<{
      id: string;
      version: number;
      state: ProofState;
      asset_id: string;
      made_by: string;
      sent_at: Date | null;
      viewed_at: Date | null;
      expires_at: Date | null;
    }>(
      `select p.id, p.version, p.state, p.asset_id, m.name as made_by, p.sent_at, p.viewed_at, p.expires_at
       from proofs p join people m on m.id = p.made_by
       where p.company_id = $1 and p.brief_id = $2 and (not $3 or p.sent_at is not null)
       order by p.version desc`,
      [brief.companyId, brief.id, onlySent],
    );
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      state: row.state,
      assetId: row.asset_id,
      madeBy: row.made_by,
      sentAt: row.sent_at,
      viewedAt: row.viewed_at,
      expiresAt: row.expires_at,
    }));
  }

  /** Products that can be dressed in a brand, in the order of the catalogue. */
  products(tx: Tx): Promise<BriefProduct[]> {
    return tx.query<BriefProduct>(
      `select d.id, d.name, d.picture_hash as "pictureHash" from products d
       join categories c on c.slug = d.category_slug
       where d.can_private_label and d.is_sold order by c.position, d.position, d.id`,
    );
  }

  /** Who works in design, by name. */
  designers(tx: Tx): Promise<{ id: string; name: string }[]> {
    return tx.query(
      `select p.id, p.name from people p join staff_roles r on r.person_id = p.id
       where r.role = 'designer' and p.state = 'active' order by p.name, p.id`,
    );
  }

  /** Parts of a brief that name something the company does not have, or no longer. */
  async unknownNames(
    tx: Tx,
    companyId: string,
    given: {
      readonly brandProfileId: string;
      readonly packagingSpecId: string | null;
      readonly productIds: readonly string[];
      readonly references: readonly string[];
    },
  ): Promise<string[]> {
    const rows = await tx.query<{ part: string }>(
      `select 'brand' as part where not exists (select 1 from brand_profiles
         where company_id = $1 and id = $2 and state <> 'archived')
       union all
       select 'packaging' where $3::uuid is not null and not exists (select 1 from packaging_specs
         where company_id = $1 and id = $3 and state <> 'archived')
       union all
       select 'products' where cardinality($4::uuid[]) <> (select count(*) from products where id = any($4))
       union all
       select 'references' where cardinality($5::uuid[]) <> (select count(*) from assets
         where company_id = $1 and id = any($5) and kind <> 'proof' and state <> 'purged')`,
      [companyId, given.brandProfileId, given.packagingSpecId, given.productIds, given.references],
    );
    return rows.map((row) => row.part);
  }
}

const toSurroundings = (row: FactsRow): BriefSurroundings => ({
  brand: {
    code: row.brand_code,
    nameLatin: row.name_latin,
    nameArabic: row.name_arabic,
    ink: row.ink,
    accent: row.accent,
    isActive: row.brand_state === 'active',
  },
  packaging: row.packaging,
  products: row.products,
  references: row.files,
  brandFiles: row.brand_files,
  turns: row.turns.map((turn) => ({
    side: turn.side,
    leg: turn.leg,
    from: new Date(turn.from_at),
    until: turn.until_at === null ? null : new Date(turn.until_at),
  })),
  assignee: row.assignee,
  gatekeeper: row.gatekeeper,
  openTodos: row.open_todos,
});
