import type { PackagingState } from '@qafila/shared/branding/branding.lifecycle';
import { aLabel } from '../../../src/modules/branding/testing/a-packaging';
import { firstOf, type Sample, type Samples } from './sample';

const named: Sample = ({ company }) => ({ params: { id: company.packagingId } });

/** The company's packaging spec in the version it has now, whatever the calls before made of it. */
const onPackaging =
  (state: PackagingState, body: object): Sample =>
  async ({ world, company }) => {
    const id = company.packagingId;
    const sql = 'update packaging_specs set state = $2 where id = $1 returning version';
    const { version } = await firstOf<{ version: number }>(world.app, sql, [id, state]);
    return { params: { id }, version, body };
  };

export const brandingPackagingSamples: Samples = {
  'branding.create_packaging': () => ({ body: aLabel() }),
  'branding.packaging': named,
  'branding.packaging_version': ({ company }) => ({ params: { id: company.packagingId, version: 1 } }),
  'branding.packaging_dieline': named,
  'branding.save_packaging': onPackaging('draft', aLabel({ gsm: 100 })),
  'branding.move_packaging': onPackaging('archived', { step: 'restore' }),
};
