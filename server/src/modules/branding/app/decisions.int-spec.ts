import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPROVAL_STATEMENT } from '@qafila/shared/branding/approval-statement';
import { briefMessages, readBrief, saveBrief, submitBrief } from '@qafila/shared/branding/briefs.contract';
import { rejectProof, requireChanges } from '@qafila/shared/branding/decisions.contract';
import { APPROVERS_OF_A_PROOF } from '@qafila/shared/branding/decisions.rules';
import { assignBrief, beginDesign } from '@qafila/shared/branding/design.contract';
import { createProof, foldNotes } from '@qafila/shared/branding/design-proofs.contract';
import { addNote, editNote, readProof } from '@qafila/shared/branding/proofs.contract';
import { listNotices } from '@qafila/shared/notifications/notifications.contract';
import { connectedTo } from '../../../../test/support/schema-facts';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { changeBrand } from '../testing/a-brand';
import {
  aBriefInDesign,
  aDesk,
  aDraft,
  anAsset,
  aProof,
  aSentProof,
  type Desk,
  good,
  look,
  lookAt,
} from '../testing/a-brief';
import { anApproved, approvalOf, approve, check, sign, specAt, tickedOf } from '../testing/a-decision';

let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
});
afterAll(() => app.close());

const aStarted = async (by = desk) => {
  const brief = await aBriefInDesign(app, by);
  return { briefId: brief.id, proof: await aSentProof(app, by, brief.id) };
};
const note = async (proofId: string, body = 'The gold is too dark') =>
  good(
    await app.call(addNote, {
      as: desk.trader,
      params: { id: proofId },
      body: { page: 1, shape: { shape: 'pin', x: 5, y: 5 }, body },
    }),
  );
const send = (id: string, text: string | null, as = desk.trader) =>
  approvalOf(app, as, id).then(({ revision }) =>
    app.call(requireChanges, { as, params: { id }, version: revision, body: { text } }),
  );
const auditOf = (id: string) =>
  app.system((tx) =>
    tx.query<{ event: string; person_id: string }>(
      'select event, person_id from audit_event where subject_id = $1 order by at, id',
      [id],
    ),
  );
/** The owner of the tables, with every company in sight. */
const asOwner = (sql: string) =>
  connectedTo(app.database.adminUrl, (client) => client.query(`set app.staff = 'on'; ${sql}`));
const recordsOf = (briefId: string) =>
  app.system((tx) =>
    tx.query<{ decision: string; hash: string; previous_hash: string | null; again: string }>(
      `select decision, hash, previous_hash, content_sha256(content) as again from proof_decisions
       where brief_id = $1 order by position`,
      [briefId],
    ),
  );

describe('what would be signed', () => {
  it('is read as data: checklist by language, sizes, hashes, statement in four languages, one seal', async () => {
    const { proof } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proof.id);
    expect(shown.checklist.map((item) => item.key)).toEqual([
      ...['spelling:ar', 'spelling:en', 'sizes', 'colours', 'barcode', 'legal', 'quantity'],
    ]);
    expect(shown.pages).toEqual([{ page: 1, widthMm: 90, heightMm: 50 }]);
    expect(shown.statement).toEqual({ version: 1, text: APPROVAL_STATEMENT.text });
    expect(shown.approvals).toEqual({ asked: 1, needed: 1, given: [] });
    expect(shown.terms?.unitPrice?.currency).toBe('SAR');
    expect(shown.actions.map((action) => action.allowed)).toEqual([true, true, true]);
    expect(await approvalOf(app, desk.trader, proof.id)).toEqual(shown);
  });

  it('names the open notes that stand, and none that only the team reads', async () => {
    const { proof } = await aStarted();
    const mine = await note(proof.id);
    const shown = await approvalOf(app, desk.trader, proof.id);
    expect(shown.openNotes).toEqual([
      { id: mine.id, number: mine.number, page: 1, body: 'The gold is too dark', side: 'trader' },
    ]);
  });

  it('is read with the same few statements, however many notes there are', async () => {
    const { proof } = await aStarted();
    const before = await app.statements(() => approvalOf(app, desk.trader, proof.id));
    for (const body of ['One', 'Two', 'Three', 'Four']) await note(proof.id, body);
    const after = await app.statements(() => approvalOf(app, desk.trader, proof.id));
    expect(after.length).toBe(before.length);
    expect(after.length).toBeLessThanOrEqual(7);
  });
});

describe('approving', () => {
  it('closes proof and brief, writes a chained record with the hashes, and makes the spec', async () => {
    const { briefId, proof } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proof.id);
    const made = good(await sign(app, desk.trader, { shown }));
    expect(made).toMatchObject({ decision: 'approved', state: 'approved' });
    const [record] = await recordsOf(briefId);
    expect(record).toMatchObject({ decision: 'approved', hash: made.hash, previous_hash: null });
    expect(record?.again).toBe(made.hash);
    expect(good(await app.call(readBrief, { as: desk.trader, params: { id: briefId } })).state).toBe(
      'approved',
    );
    const spec = await specAt(app, desk.gatekeeper, made.specId ?? '');
    expect(spec.state).toBe('draft');
    expect(spec.contentHash).toBe(shown.hashes.content);
    expect(spec.signed?.artwork.sha256).toBe(shown.hashes.file);
    expect(spec.signed?.packaging.sha256).toBe(shown.hashes.spec);
    expect((await auditOf(proof.id)).at(-1)).toEqual({
      event: 'branding.proof_approved',
      person_id: desk.trader.personId,
    });
    const seen = good(await app.call(readProof, { as: desk.trader, params: { id: proof.id } }));
    expect(seen).toMatchObject({ watermark: null, isLocked: true });
    expect(seen.marks[0]?.decidedAt).not.toBeNull();
  });

  it('takes back what the team had begun meanwhile', async () => {
    const { briefId, proof } = await aStarted();
    const next = await aProof(app, desk, briefId);
    await approve(app, desk.trader, proof.id);
    expect((await lookAt(app, desk.maker, next.id)).state).toBe('superseded');
  });

  it('is refused without a fresh code, with a stale revision and after the decision', async () => {
    const { proof } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proof.id);
    const stale = await sign(app, desk.trader, { shown: { ...shown, revision: shown.revision + 1 } });
    expect(stale.body.code).toBe('STALE_RECORD');
    good(await sign(app, desk.trader, { shown }));
    const again = await approvalOf(app, desk.trader, proof.id);
    expect((await sign(app, desk.trader, { shown: again })).body.code).toBe('WRONG_STATE');
  });

  it('is refused while something is not ticked, and tells how much', async () => {
    const { proof } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proof.id);
    const body = { checklist: ['sizes', 'colours'] };
    const answer = await sign(app, desk.trader, { shown, body });
    expect(answer.body).toMatchObject({ code: 'CHECKLIST_OPEN', params: { count: 5 } });
  });

  it('is refused when the accepted open notes are not those that stand', async () => {
    const { proof } = await aStarted();
    await note(proof.id);
    const shown = await approvalOf(app, desk.trader, proof.id);
    const answer = await sign(app, desk.trader, { shown, body: { openNotes: [] } });
    expect(answer.body).toMatchObject({ code: 'OPEN_NOTES_DIFFER', params: { count: 1 } });
    expect(good(await sign(app, desk.trader, { shown })).state).toBe('approved');
  });

  it('is refused when what would be signed changed after it was read: a note, its words, the brand', async () => {
    const { proof } = await aStarted();
    const first = await approvalOf(app, desk.trader, proof.id);
    const { id } = await note(proof.id, 'A word');
    expect((await sign(app, desk.trader, { shown: first })).body.code).toBe('APPROVAL_CHANGED');
    const second = await approvalOf(app, desk.trader, proof.id);
    const place = { page: 1, shape: { shape: 'pin' as const, x: 5, y: 5 } };
    const params = { id: proof.id, noteId: id };
    good(await app.call(editNote, { as: desk.trader, params, body: { ...place, body: 'Another word' } }));
    expect((await sign(app, desk.trader, { shown: second })).body.code).toBe('APPROVAL_CHANGED');
    const third = await approvalOf(app, desk.trader, proof.id);
    await app.system((tx) => changeBrand(tx, desk.trader.companyId, { replyEmail: 'new@brand.example' }));
    expect((await sign(app, desk.trader, { shown: third })).body.code).toBe('APPROVAL_CHANGED');
    expect(await recordsOf(third.briefId)).toEqual([]);
  });

  it('is refused without a packaging spec, since nothing says how it is produced', async () => {
    const { briefId, proof } = await aStarted();
    await app.system(async (tx) => {
      await tx.query('update briefs set packaging_spec_id = null where id = $1', [briefId]);
      await tx.query('update proofs set packaging_spec_id = null, packaging_version = null where id = $1', [
        proof.id,
      ]);
    });
    const shown = await approvalOf(app, desk.trader, proof.id);
    expect(shown.actions[0]).toMatchObject({ allowed: false, reasons: ['APPROVAL_NEEDS_PACKAGING'] });
    expect((await sign(app, desk.trader, { shown })).body.code).toBe('APPROVAL_NEEDS_PACKAGING');
  });

  it('is not for whoever may only read, and not found for another company', async () => {
    const { proof } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proof.id);
    const member = await app.aTrader({ role: 'buyer', company: desk.trader });
    expect((await sign(app, member, { shown })).body.code).toBe('NOT_ALLOWED');
    const stranger = await app.aTrader();
    expect((await sign(app, stranger, { shown })).status).toBe(404);
  });
});

describe('several approvers', () => {
  const aShared = async (needed: number, by = desk) => {
    const draft = await aDraft(app, by.trader);
    const body = {
      ...{ brandProfileId: draft.brand.id, packagingSpecId: draft.packaging?.id ?? null },
      ...{ productIds: draft.productIds, quantity: draft.quantity, title: draft.title },
      ...{ objectives: draft.objectives, mustHave: draft.mustHave, mustNot: draft.mustNot, references: [] },
      ...{ languages: draft.languages, deadline: null, approvalsNeeded: needed },
    };
    const at = { as: by.trader, params: { id: draft.id } };
    const saved = await app.call(saveBrief, { ...at, version: draft.version, body });
    if (saved.status !== 200) return { saved };
    good(await app.call(submitBrief, { ...at, version: saved.body.version }));
    const people = { assigneeId: by.maker.personId, gatekeeperId: by.gatekeeper.personId };
    const { version } = await look(app, by.maker, draft.id);
    const params = { id: draft.id };
    const given = good(await app.call(assignBrief, { as: by.gatekeeper, params, version, body: people }));
    good(await app.call(beginDesign, { as: by.maker, params, version: given.version }));
    return { saved, briefId: draft.id, proof: await aSentProof(app, by, draft.id) };
  };

  it('are no more than may approve: the number is refused where it is set, with how many there are', async () => {
    const { saved } = await aShared(2);
    expect([saved.status, saved.body]).toMatchObject([
      409,
      {
        code: 'BRIEF_APPROVERS_FEW',
        params: { count: 1 },
        fields: [{ path: 'approvalsNeeded', code: 'BRIEF_APPROVERS_FEW', params: { count: 1 } }],
      },
    ]);
  });

  it('each count once: the spec comes with the last one needed', async () => {
    const second = await app.aTrader({ role: 'brand_manager', company: desk.trader });
    const { proof, briefId } = await aShared(2);
    const id = proof?.id ?? '';
    const first = await approve(app, desk.trader, id);
    expect(first).toMatchObject({ state: 'sent', specId: null });
    expect(first.approvals).toMatchObject({ needed: 2, given: [{ isMine: true, hash: first.hash }] });
    const shown = await approvalOf(app, desk.trader, id);
    expect(shown.actions[0]).toMatchObject({ step: 'approve', reasons: ['APPROVAL_GIVEN'] });
    expect((await sign(app, desk.trader, { shown })).body.code).toBe('APPROVAL_GIVEN');
    await app.drain();
    const last = await approve(app, second, id);
    expect(last).toMatchObject({ state: 'approved' });
    expect(last.specId).not.toBeNull();
    const records = await recordsOf(briefId ?? '');
    expect(records.map((record) => record.previous_hash)).toEqual([null, first.hash]);
    const notices = good(await app.call(listNotices, { as: desk.trader }));
    expect(notices.rows.map((row) => row.event)).toContain('approval_wanted');
  });

  it('one who asks for changes wins over those who have approved', async () => {
    const second = await app.aTrader({ role: 'brand_manager', company: desk.trader });
    const { proof } = await aShared(2);
    const id = proof?.id ?? '';
    await approve(app, desk.trader, id);
    const made = good(await send(id, 'The star is too small', second));
    expect(made).toMatchObject({ state: 'changes_required', specId: null });
    const third = await app.aTrader({ role: 'brand_manager', company: desk.trader });
    const shown = await approvalOf(app, third, id);
    expect((await sign(app, third, { shown })).body.code).toBe('WRONG_STATE');
  });

  it('are as many as there still are: when one has left, the other signs again for the number that is left', async () => {
    const own = await aDesk(app);
    const second = await app.aTrader({ role: 'brand_manager', company: own.trader });
    const { proof } = await aShared(2, own);
    const id = proof?.id ?? '';
    const before = await approvalOf(app, own.trader, id);
    await approve(app, own.trader, id);
    await app.system((tx) =>
      tx.query(`update memberships set state = 'suspended' where person_id = $1`, [second.personId]),
    );
    const shown = await approvalOf(app, own.trader, id);
    expect(shown.approvals).toMatchObject({ asked: 2, needed: 1, given: [{ isMine: true }] });
    expect(shown.actions[0]).toMatchObject({ step: 'approve', allowed: true });
    expect((await sign(app, own.trader, { shown: before })).body.code).toBe('APPROVAL_CHANGED');
    const last = good(await sign(app, own.trader, { shown }));
    expect(last).toMatchObject({ state: 'approved', approvals: { asked: 2, needed: 1 } });
    expect(last.approvals.given).toHaveLength(1);
    expect((await check(app, own.gatekeeper, last.specId ?? '')).status).toBe(200);
  });

  it('who have signed count on when they leave: the others are still needed', async () => {
    const own = await aDesk(app);
    const second = await app.aTrader({ role: 'brand_manager', company: own.trader });
    const { proof } = await aShared(2, own);
    const id = proof?.id ?? '';
    await approve(app, second, id);
    await app.system((tx) =>
      tx.query(`update memberships set state = 'removed' where person_id = $1`, [second.personId]),
    );
    expect((await approvalOf(app, own.trader, id)).approvals).toMatchObject({ asked: 2, needed: 2 });
    expect((await approve(app, own.trader, id)).approvals.given).toHaveLength(2);
  });

  it('approve the same: when the brand was saved in between, who signed before signs again, and the spec can be locked', async () => {
    const own = await aDesk(app);
    const second = await app.aTrader({ role: 'brand_manager', company: own.trader });
    const { proof } = await aShared(2, own);
    const id = proof?.id ?? '';
    await approve(app, own.trader, id);
    await app.system((tx) => changeBrand(tx, own.trader.companyId, { replyEmail: 'new@brand.example' }));
    expect((await approvalOf(app, second, id)).approvals.given).toEqual([]);
    expect(await approve(app, second, id)).toMatchObject({ state: 'sent', specId: null });
    const last = await approve(app, own.trader, id);
    expect(last.approvals.given).toHaveLength(2);
    const { approvals } = await specAt(app, own.gatekeeper, last.specId ?? '');
    expect(approvals).toHaveLength(2);
    expect((await check(app, own.gatekeeper, last.specId ?? '')).status).toBe(200);
  });

  it(`are at most ${APPROVERS_OF_A_PROOF.name}: ${APPROVERS_OF_A_PROOF.value}`, async () => {
    const { saved } = await aShared(APPROVERS_OF_A_PROOF.value + 1);
    expect(saved.body.code).toBe('FIELDS_INVALID');
  });
});

describe('asking for changes', () => {
  it('gives the turn back with the text as a message, and the notes can still be folded', async () => {
    const { briefId, proof } = await aStarted();
    const { id: noteId } = await note(proof.id);
    const made = good(await send(proof.id, 'Please also look at the back'));
    expect(made).toMatchObject({ decision: 'changes_required', state: 'changes_required' });
    const brief = good(await app.call(readBrief, { as: desk.trader, params: { id: briefId } }));
    expect(brief).toMatchObject({ state: 'in_design', turn: 'store' });
    const messages = good(await app.call(briefMessages, { as: desk.trader, params: { id: briefId } }));
    expect(messages.rows[0]).toMatchObject({ text: 'Please also look at the back', isMine: true });
    const body = { noteIds: [noteId], text: 'Lighter gold' };
    good(await app.call(foldNotes, { as: desk.gatekeeper, params: { id: proof.id }, body }));
    expect((await recordsOf(briefId)).map((record) => record.decision)).toEqual(['changes_required']);
    expect((await auditOf(proof.id)).map((row) => row.event)).toContain('branding.changes_required');
  });

  it('says something: a note that stands, or a text', async () => {
    const { proof } = await aStarted();
    expect((await send(proof.id, null)).body.code).toBe('CHANGES_EMPTY');
    await note(proof.id);
    expect(good(await send(proof.id, null)).state).toBe('changes_required');
    expect((await send(proof.id, 'Again')).body.code).toBe('WRONG_STATE');
  });
});

describe('rejecting', () => {
  it('locks the version with the reason told to the team, and the next one can be made', async () => {
    const { briefId, proof } = await aStarted();
    const { revision } = await approvalOf(app, desk.trader, proof.id);
    const at = { as: desk.trader, params: { id: proof.id }, version: revision };
    const made = good(await app.call(rejectProof, { ...at, body: { reason: 'Not our style at all' } }));
    expect(made).toMatchObject({ decision: 'rejected', state: 'rejected' });
    expect((await lookAt(app, desk.maker, proof.id)).isLocked).toBe(true);
    const messages = good(await app.call(briefMessages, { as: desk.trader, params: { id: briefId } }));
    expect(messages.rows[0]?.text).toBe('Not our style at all');
    expect((await auditOf(proof.id)).map((row) => row.event)).toContain('branding.proof_rejected');
    const assetId = await anAsset(app, desk.trader.companyId, { by: desk.maker, briefId });
    good(await app.call(createProof, { as: desk.maker, params: { id: briefId }, body: { assetId } }));
  });
});

describe('the record of a decision', () => {
  it('can be neither altered nor removed, by the login of the application or by the owner of the tables', async () => {
    const { briefId } = await anApproved(app, desk);
    const attempts = [
      `update proof_decisions set decision = 'rejected' where brief_id = '${briefId}'`,
      `update proof_decisions set content = '{}' where brief_id = '${briefId}'`,
      `delete from proof_decisions where brief_id = '${briefId}'`,
      'truncate proof_decisions',
    ];
    for (const sql of attempts)
      await expect(app.system((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    for (const sql of attempts.slice(0, 3)) await expect(asOwner(sql)).rejects.toThrow(/written once/);
    expect(await recordsOf(briefId)).toHaveLength(1);
  });

  it('cannot be written beside the chain: no second beginning, no fork, no content of another', async () => {
    const { briefId } = await anApproved(app, desk);
    const copy = (change: string) =>
      app.system((tx) =>
        tx.query(
          `insert into proof_decisions (company_id, id, brief_id, proof_id, position, decision, person_id, decided_at,
             content, previous_hash)
           select company_id, gen_random_uuid(), brief_id, proof_id, position, 'rejected', person_id, decided_at,
             content || '{"decision": "rejected"}', previous_hash from (select d.*, ${change} from proof_decisions d
             where brief_id = $1) as d (company_id, id, brief_id, proof_id, x_position, decision, person_id, decided_at,
             content, x_previous_hash, hash, position, previous_hash)`,
          [briefId],
        ),
      );
    await expect(copy('2, null::text')).rejects.toThrow(/ck_proof_decisions_first/);
    await expect(copy('1, null::text')).rejects.toThrow(/uq_proof_decisions/);
    await expect(copy(`2, repeat('0', 64)`)).rejects.toThrow(/ck_proof_decisions_content|fk_proof_decisions/);
  });

  it('is what the ticks were bound to', async () => {
    const { proof } = await aStarted();
    await note(proof.id);
    const shown = await approvalOf(app, desk.trader, proof.id);
    good(await sign(app, desk.trader, { shown }));
    const [row] = await app.system((tx) =>
      tx.query<{ content: object }>('select content from proof_decisions where proof_id = $1', [proof.id]),
    );
    const { seal, checklist, openNotes } = tickedOf(shown);
    expect(row?.content).toMatchObject({ seal, checklist, openNotes, hashes: shown.hashes, statement: 1 });
  });
});
