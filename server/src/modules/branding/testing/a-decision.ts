import type { ApprovalView, DecisionView } from '@qafila/shared/branding/decision-views';
import { approveProof, readApproval, requireChanges } from '@qafila/shared/branding/decisions.contract';
import { TECHNICAL_CHECKS } from '@qafila/shared/branding/decisions.rules';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { designSpec, lockSpec } from '@qafila/shared/branding/production-specs.contract';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { ApproveProof } from '../app/approve-proof';
import { ReadApproval } from '../app/read-approval';
import { aBriefInDesign, aSentProof, type Desk, good } from './a-brief';

/** What somebody of the company would sign. */
export const approvalOf = async (app: TestApp, as: TestPerson, id: string): Promise<ApprovalView> =>
  good(await app.call(readApproval, { as, params: { id } }));

/** Everything ticked and every open note accepted. */
export const tickedOf = (shown: ApprovalView) => ({
  seal: shown.seal,
  checklist: shown.checklist.map((item) => item.key),
  openNotes: shown.openNotes.map((note) => note.id),
});

/** Signs what was read, with a fresh code, and with what is said otherwise. */
export async function sign(
  app: TestApp,
  as: TestPerson,
  given: { readonly shown: ApprovalView; readonly body?: Partial<ReturnType<typeof tickedOf>> },
) {
  const { shown, body } = given;
  return app.call(approveProof, {
    as,
    params: { id: shown.proofId },
    version: shown.revision,
    body: { ...tickedOf(shown), ...body },
    freshCode: await app.freshCode(as),
  });
}

/** The same from the use case, where the company may call nothing just now. */
export const shownTo = (app: TestApp, as: TestPerson, proofId: string): Promise<ApprovalView> =>
  app.get(ReadApproval).run(app.actorOf(as), proofId);
/** Signs without a code, as the use case does once the guard has taken one; answers the id of the spec. */
export async function signedBy(app: TestApp, as: TestPerson, proofId: string): Promise<string> {
  const shown = await shownTo(app, as, proofId);
  const at = { id: proofId, version: shown.revision };
  const { specId } = await app.get(ApproveProof).run(app.actorOf(as), at, tickedOf(shown));
  if (specId === null) throw new Error('The approval made no spec');
  return specId;
}

/** Reads and signs. */
export const approve = async (app: TestApp, as: TestPerson, id: string): Promise<DecisionView> =>
  good(await sign(app, as, { shown: await approvalOf(app, as, id) }));

/** Sends a version back for changes; the design team has the turn again. */
export async function changesAsked(app: TestApp, as: TestPerson, id: string): Promise<DecisionView> {
  const { revision } = await approvalOf(app, as, id);
  const body = { text: 'A little larger, please' };
  return good(await app.call(requireChanges, { as, params: { id }, version: revision, body }));
}

/** A version that its trader approved; its spec waits for the technical check. */
export async function anApproved(
  app: TestApp,
  desk: Desk,
): Promise<{ readonly briefId: string; readonly proofId: string; readonly specId: string }> {
  const brief = await aBriefInDesign(app, desk);
  const { id } = await aSentProof(app, desk, brief.id);
  const { specId } = await approve(app, desk.trader, id);
  if (specId === null) throw new Error('The approval made no spec');
  return { briefId: brief.id, proofId: id, specId };
}

export const specAt = async (app: TestApp, as: TestPerson, id: string): Promise<DesignSpecView> =>
  good(await app.call(designSpec, { as, params: { id } }));

/** Passes the technical check as somebody. */
export async function check(app: TestApp, as: TestPerson, id: string) {
  const { revision } = await specAt(app, as, id);
  const body = { checks: [...TECHNICAL_CHECKS] };
  return app.call(lockSpec, { as, params: { id }, version: revision, body });
}

/** A spec that was signed and checked. */
export async function aLockedSpec(app: TestApp, desk: Desk): Promise<DesignSpecView> {
  const { specId } = await anApproved(app, desk);
  return good(await check(app, desk.gatekeeper, specId));
}
