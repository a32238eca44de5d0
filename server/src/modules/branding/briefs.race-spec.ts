import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeBrief } from '@qafila/shared/branding/design.contract';
import { createProof, handInProof, sendProof } from '@qafila/shared/branding/design-proofs.contract';
import { addNote, readProof, viewProof } from '@qafila/shared/branding/proofs.contract';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import {
  aBriefInDesign,
  aDesk,
  anAsset,
  aProof,
  aSentBrief,
  aSentProof,
  type Desk,
  good,
  look,
} from './testing/a-brief';
import { changesAsked } from './testing/a-decision';

let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
});
afterAll(() => app.close());

const codes = (answers: readonly { status: number; body: { code?: string } }[]): string[] =>
  answers.map((answer) => (answer.status === 200 ? 'done' : (answer.body.code ?? ''))).sort();

describe('at the same time', () => {
  it('two designers take one brief: one has it, the other is told so', async () => {
    const { id } = await aSentBrief(app, desk.trader);
    const { version } = await look(app, desk.maker, id);
    const answers = await Promise.all(
      [desk.maker, desk.gatekeeper].map((as) => app.call(takeBrief, { as, params: { id }, version })),
    );
    expect(codes(answers)).toEqual(['BRIEF_TAKEN', 'done']);
  });

  it('two versions are made of one brief: one gets the number, no number is given twice', async () => {
    const brief = await aBriefInDesign(app, desk);
    const by = desk.maker;
    const files = [
      await anAsset(app, desk.trader.companyId, { by }),
      await anAsset(app, desk.trader.companyId, { by }),
    ];
    const answers = await Promise.all(
      files.map((assetId) => app.call(createProof, { as: by, params: { id: brief.id }, body: { assetId } })),
    );
    expect(codes(answers)).toEqual(['PROOF_OPEN', 'done']);
    expect((await look(app, by, brief.id)).proofs.map((proof) => proof.version)).toEqual([1]);
  });

  it('notes are written while the version goes back and the next is sent: each is on it too, or was refused', async () => {
    const brief = await aBriefInDesign(app, desk);
    const first = await aSentProof(app, desk, brief.id);
    const next = await aProof(app, desk, brief.id);
    const handed = good(
      await app.call(handInProof, { as: desk.maker, params: { id: next.id }, version: next.revision }),
    );
    const write = (at: number) =>
      app.call(addNote, {
        as: desk.trader,
        params: { id: first.id },
        body: { page: 1, shape: { shape: 'pin', x: at, y: 5 }, body: `Note ${at}` },
      });
    const send = () =>
      app.call(sendProof, { as: desk.gatekeeper, params: { id: next.id }, version: handed.revision });
    const [, sent, ...notes] = await Promise.all([
      changesAsked(app, desk.trader, first.id),
      send(),
      ...[1, 2, 3, 4, 5, 6].map(write),
    ]);
    expect(['done', 'PROOF_WITH_TRADER']).toContain(codes([sent])[0]);
    if (sent.status !== 200) good(await send());
    expect(codes(notes).every((code) => code === 'done' || code === 'PROOF_LOCKED')).toBe(true);
    const newest = good(await app.call(readProof, { as: desk.trader, params: { id: next.id } }));
    expect(newest.notes.length).toBe(notes.filter((answer) => answer.status === 200).length);
  });

  it('two people open a proof: it is viewed once, and both are marked', async () => {
    const brief = await aBriefInDesign(app, desk);
    const { id } = await aSentProof(app, desk, brief.id);
    const second = await app.aTrader({ role: 'brand_manager', company: desk.trader });
    const answers = await Promise.all(
      [desk.trader, second].map((as) => app.call(viewProof, { as, params: { id } })),
    );
    expect(codes(answers)).toEqual(['done', 'done']);
    const shown = good(await app.call(readProof, { as: desk.trader, params: { id } }));
    expect(shown.marks).toHaveLength(2);
    const looks = await app.system((tx) =>
      tx.query(`select 1 from audit_event where subject_id = $1 and event = 'branding.proof_viewed'`, [id]),
    );
    expect(looks).toHaveLength(1);
  });
});
