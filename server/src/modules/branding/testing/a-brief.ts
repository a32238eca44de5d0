import type { AnswerOf, Endpoint } from '@qafila/shared/access/endpoint';
import type { BriefView, DesignBriefView } from '@qafila/shared/branding/brief-views';
import { createBrief, saveBrief, submitBrief } from '@qafila/shared/branding/briefs.contract';
import { assignBrief, beginDesign, designBrief } from '@qafila/shared/branding/design.contract';
import {
  createProof,
  designProof,
  handInProof,
  sendProof,
} from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { TestAnswer, TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { aBrand } from './a-brand';
import { aPackaging } from './a-packaging';

/** The reply of a call that must be let in. */
export function good<E extends Endpoint>(answer: TestAnswer<E>): AnswerOf<E> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export interface Desk {
  readonly trader: TestPerson & { readonly companyId: string };
  /** Makes proofs. */
  readonly maker: TestPerson;
  /** Sends them. */
  readonly gatekeeper: TestPerson;
}
export async function aDesk(app: TestApp): Promise<Desk> {
  const maker = await app.aStaff('designer');
  return { trader: await app.aTrader(), maker, gatekeeper: await app.aStaff('designer') };
}

/** A checked file of a company with one page of 90 × 50 mm, as the intake leaves it. */
export async function anAsset(
  app: TestApp,
  companyId: string,
  given: {
    readonly by: TestPerson;
    readonly kind?: 'proof' | 'reference';
    readonly state?: string;
    readonly briefId?: string;
    readonly widthMm?: number;
  },
): Promise<string> {
  const id = newId();
  const sealer = await app.sealer(companyId);
  const name = sealer.seal({ table: 'assets', column: 'name_enc', rowId: id }, 'label.pdf');
  await app.system(async (tx) => {
    await tx.query(
      `insert into assets (company_id, id, kind, name_enc, state, content_type, byte_count, sha256, page_count, rejection,
         uploaded_by, uploaded_at, rights_version, brief_id, state_since)
       values ($1, $2, $3, $4, $5, 'application/pdf', 1000, $6, 1, '{}', $7, $8, 1, $9, $8)`,
      [
        companyId,
        id,
        given.kind ?? 'proof',
        name,
        given.state ?? 'ready',
        id.replaceAll('-', '').padEnd(64, '0'),
        given.by.personId,
        app.clock.now(),
        given.briefId ?? null,
      ],
    );
    await aPage(tx, { companyId, assetId: id, widthMm: given.widthMm ?? 90 });
  });
  return id;
}

const aPage = (
  tx: Tx,
  of: { readonly companyId: string; readonly assetId: string; readonly widthMm: number },
): Promise<unknown> =>
  tx.query(
    `insert into asset_pages (company_id, asset_id, page, width_px, height_px, media_w_mm, media_h_mm, trim_x_mm,
       trim_y_mm, trim_w_mm, trim_h_mm, tile_levels)
     values ($1, $2, 1, 1134, 661, $3::numeric + 6, 56, 3, 3, $3::numeric, 50, 2)`,
    [of.companyId, of.assetId, of.widthMm],
  );

const aProduct = async (app: TestApp): Promise<string> => {
  const [row] = await app.system((tx) =>
    tx.query<{ id: string }>('select id from products order by position, id limit 1'),
  );
  if (row) return row.id;
  const id = newId();
  await app.system(async (tx) => {
    await tx.query(
      `insert into categories (slug, position, name) values ('brief-test', 1, '{}') on conflict do nothing`,
    );
    await tx.query(
      `insert into products (id, slug, category_slug, position, name, blurb, origin, can_private_label, picture_svg,
         picture_hash, search_text)
       values ($1, $2, 'brief-test', 1, '{"en": "Tea glass"}', '{}', 'MA', true, '<svg/>', 'hash', 'tea')`,
      [id, `product-${id}`],
    );
  });
  return id;
};

/** A packaging spec of the company: the one it has, or a first one. */
async function packagingOf(app: TestApp, trader: TestPerson & { companyId: string }): Promise<string> {
  const [row] = await app.system((tx) =>
    tx.query<{ id: string }>('select id from packaging_specs where company_id = $1 order by id limit 1', [
      trader.companyId,
    ]),
  );
  return row?.id ?? aPackaging(app, trader);
}

/** A brief with everything filled in, not sent. */
export async function aDraft(app: TestApp, trader: TestPerson & { companyId: string }): Promise<BriefView> {
  const brandProfileId = await aBrand(app, trader.companyId);
  const begun = good(await app.call(createBrief, { as: trader, body: { brandProfileId } }));
  const body = {
    brandProfileId,
    packagingSpecId: await packagingOf(app, trader),
    productIds: [await aProduct(app)],
    quantity: 500,
    title: 'Label for the tea glasses',
    objectives: 'A quiet label in two languages.',
    mustHave: ['The crescent mark'],
    mustNot: ['Photographs'],
    references: [],
    languages: ['ar' as const, 'en' as const],
    deadline: null,
  };
  return good(
    await app.call(saveBrief, { as: trader, params: { id: begun.id }, version: begun.version, body }),
  );
}

export async function aSentBrief(
  app: TestApp,
  trader: TestPerson & { companyId: string },
): Promise<BriefView> {
  const draft = await aDraft(app, trader);
  return good(await app.call(submitBrief, { as: trader, params: { id: draft.id }, version: draft.version }));
}

export const look = async (app: TestApp, as: TestPerson, id: string): Promise<DesignBriefView> =>
  good(await app.call(designBrief, { as, params: { id } }));
export const lookAt = async (app: TestApp, as: TestPerson, id: string): Promise<DesignProofView> =>
  good(await app.call(designProof, { as, params: { id } }));

/** A brief in design with its maker and gatekeeper named. */
export async function aBriefInDesign(app: TestApp, desk: Desk): Promise<DesignBriefView> {
  const { id } = await aSentBrief(app, desk.trader);
  const people = { assigneeId: desk.maker.personId, gatekeeperId: desk.gatekeeper.personId };
  const { version } = await look(app, desk.maker, id);
  const assigned = good(
    await app.call(assignBrief, { as: desk.gatekeeper, params: { id }, version, body: people }),
  );
  return good(await app.call(beginDesign, { as: desk.maker, params: { id }, version: assigned.version }));
}

/** The next version, with its maker. */
export async function aProof(app: TestApp, desk: Desk, briefId: string): Promise<DesignProofView> {
  const assetId = await anAsset(app, desk.trader.companyId, { by: desk.maker, briefId });
  return good(await app.call(createProof, { as: desk.maker, params: { id: briefId }, body: { assetId } }));
}

/** Handed in by its maker and sent by the gatekeeper. */
export async function sendOut(app: TestApp, desk: Desk, id: string): Promise<DesignProofView> {
  const { revision } = await lookAt(app, desk.maker, id);
  const handed = good(await app.call(handInProof, { as: desk.maker, params: { id }, version: revision }));
  return good(await app.call(sendProof, { as: desk.gatekeeper, params: { id }, version: handed.revision }));
}

/** A version that the trader has. */
export async function aSentProof(app: TestApp, desk: Desk, briefId: string): Promise<DesignProofView> {
  return sendOut(app, desk, (await aProof(app, desk, briefId)).id);
}
