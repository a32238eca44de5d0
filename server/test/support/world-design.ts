import { createBrief, submitBrief, writeBriefMessage } from '@qafila/shared/branding/briefs.contract';
import {
  assignBrief,
  beginDesign,
  designBrief,
  writeDesignMessage,
} from '@qafila/shared/branding/design.contract';
import { addDesignNote, foldNotes } from '@qafila/shared/branding/design-proofs.contract';
import { addNote, viewProof } from '@qafila/shared/branding/proofs.contract';
import { anAsset, aSentProof, type Desk, good } from '../../src/modules/branding/testing/a-brief';
import { signedBy } from '../../src/modules/branding/testing/a-decision';
import { newId } from '../../src/platform/ids/new-id';
import type { TestApp } from './test-app';
import type { TestPerson } from './test-people';
import { type CompanyHouse, GOODS } from './world-company';

/** What the design team has of a company: a brief, the version its trader looks at, a note of his and a to-do. */
export interface CompanyDesign {
  readonly briefId: string;
  readonly proofId: string;
  readonly noteId: string;
  readonly todoId: string;
  /** Signed by its owner, waiting for the technical check. */
  readonly signedSpecId: string;
}
export interface Designers {
  readonly maker: TestPerson;
  readonly gatekeeper: TestPerson;
}

/** A brief in design with a proof that was sent and opened, and remarks of both sides on everything. */
export async function aDesign(app: TestApp, house: CompanyHouse, by: Designers): Promise<CompanyDesign> {
  const { owner } = house.people;
  const { latin } = house.hand;
  const briefId = await aBegunBrief(app, house, by);
  const desk = { trader: { ...owner, companyId: house.companyId }, ...by };
  const proof = await aSentProof(app, desk, briefId);
  const at = { params: { id: proof.id } };
  good(await app.call(viewProof, { as: owner, ...at }));
  const place = { page: 1, shape: { shape: 'pin' as const, x: 10, y: 10 } };
  const notes = [];
  for (const body of [latin('Larger'), latin('Warmer')])
    notes.push(good(await app.call(addNote, { as: owner, ...at, body: { ...place, body } })));
  const aside = { ...place, body: latin('Aside'), visibility: 'internal' as const };
  good(await app.call(addDesignNote, { as: by.gatekeeper, ...at, body: aside }));
  const [first, second] = notes.map((note) => note.id);
  const folding = { noteIds: [first ?? ''], text: latin('Mark larger') };
  const folded = good(await app.call(foldNotes, { as: by.gatekeeper, ...at, body: folding }));
  await aDeclinedQuote(app, { house, briefId, by: by.gatekeeper });
  const signedSpecId = await aSignedSpec(app, desk, await aBegunBrief(app, house, by));
  return {
    briefId,
    proofId: proof.id,
    noteId: second ?? '',
    todoId: folded.todos[0]?.id ?? '',
    signedSpecId,
  };
}

/** A version of another brief that its owner signed. */
async function aSignedSpec(app: TestApp, desk: Desk, briefId: string): Promise<string> {
  const { id } = await aSentProof(app, desk, briefId);
  return signedBy(app, desk.trader, id);
}

async function aBegunBrief(
  app: TestApp,
  { people, hand, brandId, companyId, assetId, packagingId }: CompanyHouse,
  by: Designers,
): Promise<string> {
  const as = people.owner;
  const { latin } = hand;
  const body = {
    brandProfileId: brandId,
    packagingSpecId: packagingId,
    productIds: [GOODS.product],
    quantity: 500,
    title: latin('Label'),
    objectives: latin('A calm label'),
    mustHave: [latin('The mark')],
    mustNot: [latin('Photographs')],
    references: [await anAsset(app, companyId, { by: as, kind: 'reference' })],
    languages: ['ar' as const],
  };
  const begun = good(await app.call(createBrief, { as, body }));
  const at = { params: { id: begun.id } };
  good(await app.call(submitBrief, { as, ...at, version: begun.version }));
  good(await app.call(writeBriefMessage, { as, ...at, body: { text: latin('Hello') } }));
  const answer = { text: latin('Aside'), visibility: 'internal' as const };
  good(await app.call(writeDesignMessage, { as: by.maker, ...at, body: answer }));
  const { version } = good(await app.call(designBrief, { as: by.maker, ...at }));
  const team = { assigneeId: by.maker.personId, gatekeeperId: by.gatekeeper.personId };
  const given = good(await app.call(assignBrief, { as: by.gatekeeper, ...at, version, body: team }));
  // The company's opened file too: designers see the files of a brief that was sent.
  await app.system((tx) =>
    tx.query(
      'insert into brief_references (company_id, brief_id, asset_id, position) values ($1, $2, $3, 2)',
      [companyId, begun.id, assetId],
    ),
  );
  good(await app.call(beginDesign, { as: by.maker, ...at, version: given.version }));
  return begun.id;
}

/** A quote of before; none is wanted while a proof is with the trader. */
const aDeclinedQuote = (
  app: TestApp,
  { house, briefId, by }: { house: CompanyHouse; briefId: string; by: TestPerson },
): Promise<unknown> =>
  app.system((tx) =>
    tx.query(
      `insert into brief_quotes (company_id, id, brief_id, round, price_minor, currency, lead_days, body, state, quoted_by,
         quoted_at, answered_by, answered_at)
       values ($1, $2, $3, 4, 35000, 'SAR', 2, $4, 'declined', $5, $6, $7, $6)`,
      [
        house.companyId,
        newId(),
        briefId,
        house.hand.latin('A round'),
        by.personId,
        app.clock.now(),
        house.people.owner.personId,
      ],
    ),
  );
