import { aLabel } from '../../../src/modules/branding/testing/a-packaging';
import { firstOf, type Sample, type Samples } from './sample';

const named: Sample = ({ company }) => ({ params: { id: company.packagingId } });

/** The company's packaging spec in the version it has now. */
const onPackaging =
  (body: object): Sample =>
  async ({ world, company }) => {
    const id = company.packagingId;
    const sql = 'select version from packaging_specs where id = $1';
    const { version } = await firstOf<{ version: number }>(world.app, sql, [id]);
    return { params: { id }, version, body };
  };

/** The same, put away: what was restored before finds it archived again. */
const onArchived: Sample = async (at) => {
  await at.world.app.system((tx) =>
    tx.query(`update packaging_specs set state = 'archived' where id = $1`, [at.company.packagingId]),
  );
  return onPackaging({ step: 'restore' })(at);
};

export const brandingPackagingSamples: Samples = {
  'branding.create_packaging': () => ({ body: aLabel() }),
  'branding.packaging': named,
  'branding.packaging_version': ({ company }) => ({ params: { id: company.packagingId, version: 1 } }),
  'branding.packaging_dieline': named,
  'branding.save_packaging': onPackaging(aLabel({ gsm: 100 })),
  'branding.move_packaging': onArchived,
};
