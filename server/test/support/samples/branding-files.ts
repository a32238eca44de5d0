import { UploadRepository } from '../../../src/modules/branding/db/upload.repository';
import { noise, sending } from '../../../src/modules/branding/testing/a-file';
import { newId } from '../../../src/platform/ids/new-id';
import type { Sample, SampleAt, SampleCall, Samples } from './sample';

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
  'branding.finish_upload': onUpload('trader'),
  'branding.discard_upload': onUpload('trader'),
  'branding.asset': onFile(),
  'branding.check_asset': onFile(),
  'branding.asset_thumb': onFile(),
  'branding.asset_preview': onFile(PAGE),
  'branding.asset_tile': onFile(TILE),
  'branding.asset_original': onFile(),
  'branding.start_design_upload': () => ({ params: { id: newId() }, body: BEGINNING }),
  'branding.design_upload': onUpload('design'),
  'branding.put_design_chunk': withPart('design'),
  'branding.finish_design_upload': onUpload('design'),
  'branding.discard_design_upload': onUpload('design'),
  'branding.design_asset': onFile(),
  'branding.design_asset_thumb': onFile(),
  'branding.design_asset_preview': onFile(PAGE),
  'branding.design_asset_tile': onFile(TILE),
  'branding.design_asset_original': onFile(),
};
