import { TECHNICAL_CHECKS } from '@qafila/shared/branding/decisions.rules';
import { aSpec } from '../../../src/modules/branding/testing/a-brand';
import { shownTo, signedBy, tickedOf } from '../../../src/modules/branding/testing/a-decision';
import { GOODS } from '../world-company';
import type { Sample, SampleAt, Samples } from './sample';
import { type Stage, stage } from './staged-design';

/** A version of the other designer that its trader has. */
const SENT: Stage = { with: 'second', proof: 'sent', turn: 'trader' };

const onSent =
  (body: (at: SampleAt, proofId: string) => object | Promise<object>): Sample =>
  async (at) => {
    const { proofId } = await stage(at, SENT);
    return { params: { id: proofId }, version: 1, body: await body(at, proofId) };
  };
/** What the owner reads is what everybody of the company signs. */
const ticked = async ({ world, company }: SampleAt, proofId: string): Promise<object> =>
  tickedOf(await shownTo(world.app, company.people.owner, proofId));

/** A signed spec of its own for each cell. */
const onSigned =
  (body: object): Sample =>
  async (at) => {
    const { proofId } = await stage(at, SENT);
    const id = await signedBy(at.world.app, at.company.people.owner, proofId);
    return { params: { id }, version: 1, body };
  };
const aLocked: Sample = async ({ world, company }) => {
  const { companyId, brandId } = company;
  const id = await aSpec(world.app, companyId, { brandId, productIds: [GOODS.product] });
  return { params: { id }, version: 1 };
};
const signed: Sample = ({ company }) => ({ params: { id: company.signedSpecId } });

export const brandingDecisionsSamples: Samples = {
  'branding.approval': ({ company }) => ({ params: { id: company.proofId } }),
  'branding.approve_proof': onSent(ticked),
  'branding.require_changes': onSent(() => ({ text: 'Larger' })),
  'branding.reject_proof': onSent(() => ({ reason: 'Another style' })),
  'branding.spec': signed,
  'branding.spec_sheet': signed,
  'branding.retire_spec': aLocked,
  'branding.design_spec': signed,
  'branding.design_spec_sheet': signed,
  'branding.lock_spec': onSigned({ checks: [...TECHNICAL_CHECKS] }),
  'branding.refuse_spec': onSigned({ reason: 'The hairline is too thin' }),
};
