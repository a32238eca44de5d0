import { ReceiveChunk } from '../../../src/modules/branding/app/receive-chunk';
import { UploadRepository } from '../../../src/modules/branding/db/upload.repository';
import { noise, sending, sha256Of } from '../../../src/modules/branding/testing/a-file';
import { newId } from '../../../src/platform/ids/new-id';
import type { Sample, SampleAt, SampleCall, Samples } from './sample';
import { stage } from './staged-design';

const BYTES = noise(10);

/** An upload that waits for its only part, begun by the company's owner or by the designer. */
async function anUpload({ world, company }: SampleAt, side: 'trader' | 'design'): Promise<string> {
  const id = newId();
  const isProof = side === 'design';
  await world.app.system((tx) =>
    world.app.get(UploadRepository).insert(
      tx,
      {
        ...{ companyId: company.companyId, id, fileId: newId(), name: 'art.png', byteCount: BYTES.length },
        ...{ kind: isProof ? 'proof' : 'artwork', rightsVersion: isProof ? null : 1, briefId: null },
        ...{ replaces: null, assetId: null },
        startedBy: isProof ? world.staff.designer.personId : company.people.owner.personId,
      },
      world.app.clock.now(),
    ),
  );
  return id;
}
const onUpload =
  (side: 'trader' | 'design'): Sample =>
  async (at) => ({ params: { id: await anUpload(at, side) } });
const withPart =
  (side: 'trader' | 'design'): Sample =>
  async (at) =>
    sending(await anUpload(at, side), 0, BYTES) as SampleCall;
/** One whose every part is there. */
const onSentUpload =
  (side: 'trader' | 'design'): Sample =>
  async (at) => {
    const { world, company } = at;
    const id = await anUpload(at, side);
    const { actor } = side === 'trader' ? company.people.owner : world.staff.designer;
    await world.app.get(ReceiveChunk).run(actor, id, { n: 0, sha256: sha256Of(BYTES), bytes: BYTES });
    return { params: { id } };
  };
/** A brief in design, and none of the uploads before counts as running. */
const onBriefInDesign: Sample = async (at) => {
  await at.world.app.system((tx) =>
    tx.query(`update asset_uploads set touched_at = touched_at - interval '1 day' where company_id = $1`, [
      at.company.companyId,
    ]),
  );
  const { briefId } = await stage(at, { with: 'designer', turn: 'store' });
  return { params: { id: briefId }, body: BEGINNING };
};
const onFile =
  (more: object = {}): Sample =>
  ({ company }) => ({ params: { id: company.assetId, ...more } });
const PAGE = { page: 1 };
const TILE = { page: 1, level: 0, col: 0, row: 0 };
const BEGINNING = { name: 'art.png', bytes: 10 };

export const brandingFilesSamples: Samples = {
  'branding.start_upload': () => ({ body: { ...BEGINNING, kind: 'artwork', rightsVersion: 1 } }),
  'branding.upload': onUpload('trader'),
  'branding.put_chunk': withPart('trader'),
  'branding.finish_upload': onSentUpload('trader'),
  'branding.discard_upload': onUpload('trader'),
  'branding.asset': onFile(),
  'branding.check_asset': onFile(),
  'branding.asset_thumb': onFile(),
  'branding.asset_preview': onFile(PAGE),
  'branding.asset_tile': onFile(TILE),
  'branding.asset_original': onFile(),
  'branding.start_design_upload': onBriefInDesign,
  'branding.design_upload': onUpload('design'),
  'branding.put_design_chunk': withPart('design'),
  'branding.finish_design_upload': onSentUpload('design'),
  'branding.discard_design_upload': onUpload('design'),
  'branding.design_asset': onFile(),
  'branding.design_asset_thumb': onFile(),
  'branding.design_asset_preview': onFile(PAGE),
  'branding.design_asset_tile': onFile(TILE),
  'branding.design_asset_original': onFile(),
};
