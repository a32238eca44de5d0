import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireChanges } from '@qafila/shared/branding/decisions.contract';
import { TECHNICAL_CHECKS } from '@qafila/shared/branding/decisions.rules';
import { lockSpec, refuseSpec } from '@qafila/shared/branding/production-specs.contract';
import { addNote } from '@qafila/shared/branding/proofs.contract';
import { outcome } from '../../../test/support/outcome';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import type { TestPerson } from '../../../test/support/test-people';
import { ApproveProof } from './app/approve-proof';
import { aBriefInDesign, aDesk, aSentProof, type Desk } from './testing/a-brief';
import { anApproved, approvalOf, specAt, tickedOf } from './testing/a-decision';

let app: TestApp;
let desk: Desk;
let approvers: TestPerson[];
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
  approvers = [];
  for (let count = 0; count < 20; count += 1)
    approvers.push(await app.aTrader({ role: 'brand_manager', company: desk.trader }));
});
afterAll(() => app.close());

const aStarted = async () => {
  const brief = await aBriefInDesign(app, desk);
  return { briefId: brief.id, proofId: (await aSentProof(app, desk, brief.id)).id };
};
const count = (list: readonly string[], code: string): number => list.filter((each) => each === code).length;
const rowsOf = (briefId: string) =>
  app.system((tx) =>
    tx.query<{ specs: number; records: number; heads: number }>(
      `select (select count(*)::int from production_specs where brief_id = $1) as specs,
         (select count(*)::int from proof_decisions where brief_id = $1) as records,
         (select count(*)::int from proof_decisions where brief_id = $1 and previous_hash is null) as heads`,
      [briefId],
    ),
  );

describe('twenty at once', () => {
  it('approve one proof that needs one approval: one does, one spec is made, one record is written', async () => {
    const { briefId, proofId } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proofId);
    const at = { id: proofId, version: shown.revision };
    const approve = app.get(ApproveProof);
    const outcomes = await Promise.all(
      approvers.map((person) => outcome(approve.run(app.actorOf(person), at, tickedOf(shown)))),
    );
    expect(count(outcomes, 'done')).toBe(1);
    expect(count(outcomes, 'STALE_RECORD')).toBe(19);
    expect(await rowsOf(briefId)).toEqual([{ specs: 1, records: 1, heads: 1 }]);
  });

  it('approve one proof that needs three: three do, each once, and one spec is made of an unbroken chain', async () => {
    const { briefId, proofId } = await aStarted();
    await app.system((tx) => tx.query('update briefs set approvals_needed = 3 where id = $1', [briefId]));
    const shown = await approvalOf(app, desk.trader, proofId);
    const at = { id: proofId, version: shown.revision };
    const approve = app.get(ApproveProof);
    const five = approvers.slice(0, 5);
    // Each of them presses four times.
    const outcomes = await Promise.all(
      [...five, ...five, ...five, ...five].map((person) =>
        outcome(approve.run(app.actorOf(person), at, tickedOf(shown))),
      ),
    );
    expect(count(outcomes, 'done')).toBe(3);
    expect(count(outcomes, 'STALE_RECORD') + count(outcomes, 'APPROVAL_GIVEN')).toBe(17);
    expect(await rowsOf(briefId)).toEqual([{ specs: 1, records: 3, heads: 1 }]);
    const [people] = await app.system((tx) =>
      tx.query<{ count: number }>(
        'select count(distinct person_id)::int as count from proof_decisions where brief_id = $1',
        [briefId],
      ),
    );
    expect(people?.count).toBe(3);
  });

  it('approve while others ask for changes: one side has it, never both', async () => {
    const { briefId, proofId } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proofId);
    const at = { id: proofId, version: shown.revision };
    const approve = app.get(ApproveProof);
    const changing = approvers.slice(10).map(async (as) => {
      const body = { text: 'Larger' };
      const answer = await app.call(requireChanges, {
        as,
        params: { id: proofId },
        version: at.version,
        body,
      });
      return answer.status === 200 ? 'done' : answer.body.code;
    });
    const approving = approvers
      .slice(0, 10)
      .map((person) => outcome(approve.run(app.actorOf(person), at, tickedOf(shown))));
    const outcomes = await Promise.all([...approving, ...changing]);
    expect(count(outcomes, 'done')).toBe(1);
    const [rows] = await rowsOf(briefId);
    expect(rows?.records).toBe(1);
    expect(rows?.specs).toBe(count(outcomes.slice(0, 10), 'done'));
  });

  it('write notes while one approves: no approval holds that did not name a note before it', async () => {
    const { proofId } = await aStarted();
    const shown = await approvalOf(app, desk.trader, proofId);
    const at = { id: proofId, version: shown.revision };
    const writing = approvers.map(async (as, x) => {
      const body = { page: 1, shape: { shape: 'pin' as const, x, y: 5 }, body: `Note ${x}` };
      return (await app.call(addNote, { as, params: { id: proofId }, body })).status;
    });
    const signing = outcome(app.get(ApproveProof).run(app.actorOf(desk.trader), at, tickedOf(shown)));
    const [signed, ...written] = await Promise.all([signing, ...writing]);
    const notes = written.filter((status) => status === 200).length;
    expect(signed === 'done' ? notes === 0 : signed === 'APPROVAL_CHANGED').toBe(true);
  });
});

describe('two at once', () => {
  it('check one spec: it is locked or refused, and nothing of the other is left', async () => {
    const { briefId, specId } = await anApproved(app, desk);
    const { revision } = await specAt(app, desk.gatekeeper, specId);
    const other = await app.aStaff('designer');
    const at = { params: { id: specId }, version: revision };
    const [locked, refused] = await Promise.all([
      app.call(lockSpec, { as: desk.gatekeeper, ...at, body: { checks: [...TECHNICAL_CHECKS] } }),
      app.call(refuseSpec, { as: other, ...at, body: { reason: 'No' } }),
    ]);
    expect([locked.status, refused.status].sort()).toEqual([200, 409]);
    const spec = await specAt(app, other, specId);
    expect(spec.state).toBe(locked.status === 200 ? 'locked' : 'retired');
    const [brief] = await app.system((tx) =>
      tx.query<{ state: string }>('select state from briefs where id = $1', [briefId]),
    );
    expect(brief?.state).toBe(locked.status === 200 ? 'approved' : 'in_design');
  });
});
