import { z } from 'zod';
import { bytes, done, endpoint, idParam } from '../access/endpoint';
import { pageOf, pageQuery } from '../kernel/page';
import { assetRow, assetView, uploadView } from './asset-views';
import { ASSET_KINDS, CHUNK_BYTES, TRADER_ASSET_KINDS } from './assets.rules';
import { assetLifecycle } from './branding.lifecycle';

const read = { needs: 'brand:read' } as const;
const edit = { needs: 'brand:edit' } as const;

export const fileName = z.string().trim().min(1, 'required').max(300, 'too_long');
export const fileBytes = z.int().min(1, 'too_small');
export const chunkParam = idParam.extend({ n: z.coerce.number().int().min(0).max(999) });
export const chunkQuery = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid') });
export const chunk = { types: ['application/octet-stream'], maxBytes: CHUNK_BYTES };
export const pageParam = idParam.extend({ page: z.coerce.number().int().min(1).max(500) });
const whole = z.coerce.number().int().min(0).max(9999);
export const tileParam = pageParam.extend({
  level: z.coerce.number().int().min(0).max(12),
  col: whole,
  row: whole,
});

export const START_ERRORS = [
  ...['TOO_LARGE', 'UPLOADS_RUNNING', 'ASSET_QUOTA_FILES', 'ASSET_QUOTA_BYTES'],
  ...['NOT_FOUND', 'WRONG_STATE'],
];
export const CHUNK_ERRORS = [
  ...['NOT_FOUND', 'UPLOAD_FINISHED', 'UPLOAD_CHUNK_WRONG', 'UPLOAD_CHUNK_DIFFERS'],
  ...['TOO_LARGE', 'WRONG_FILE_TYPE', 'UNREADABLE'],
];
export const FINISH_ERRORS = ['NOT_FOUND', 'UPLOAD_INCOMPLETE'];

export const startUpload = endpoint({
  id: 'branding.start_upload',
  method: 'POST',
  path: '/brand/uploads',
  access: edit,
  idempotent: true,
  summary: 'Begins an upload in parts; the rights to the file are confirmed with it',
  body: z.strictObject({
    kind: z.enum(TRADER_ASSET_KINDS),
    name: fileName,
    bytes: fileBytes,
    /** The statement that was shown and ticked. */
    rightsVersion: z.int(),
    /** The ready asset that the new one takes the place of once it is ready itself. */
    replaces: z.uuid().optional(),
  }),
  reply: uploadView,
  errors: [...START_ERRORS, 'RIGHTS_CHANGED'],
});
export const listUploads = endpoint({
  id: 'branding.uploads',
  method: 'GET',
  path: '/brand/uploads',
  access: edit,
  summary: 'Uploads of the company that are not whole yet',
  reply: z.strictObject({ rows: z.array(uploadView) }),
});
export const readUpload = endpoint({
  id: 'branding.upload',
  method: 'GET',
  path: '/brand/uploads/:id',
  access: edit,
  owned: 'upload',
  summary: 'Which parts of an upload are there',
  params: idParam,
  reply: uploadView,
  errors: ['NOT_FOUND'],
});
export const putChunk = endpoint({
  id: 'branding.put_chunk',
  method: 'PUT',
  path: '/brand/uploads/:id/chunks/:n',
  access: edit,
  owned: 'upload',
  summary: 'One part of a file with its hash; the same part twice is one part',
  params: chunkParam,
  query: chunkQuery,
  upload: chunk,
  reply: z.strictObject({ received: z.int() }),
  errors: CHUNK_ERRORS,
});
export const finishUpload = endpoint({
  id: 'branding.finish_upload',
  method: 'POST',
  path: '/brand/uploads/:id/finish',
  access: edit,
  owned: 'upload',
  summary: 'Puts the parts together; the asset stands in quarantine until it was opened whole',
  params: idParam,
  reply: assetRow,
  errors: FINISH_ERRORS,
});
export const discardUpload = endpoint({
  id: 'branding.discard_upload',
  method: 'DELETE',
  path: '/brand/uploads/:id',
  access: edit,
  owned: 'upload',
  summary: 'Removes an unfinished upload and its parts',
  params: idParam,
  reply: done,
  errors: ['NOT_FOUND', 'UPLOAD_FINISHED'],
});

export const listAssets = endpoint({
  id: 'branding.assets',
  method: 'GET',
  path: '/brand/assets',
  access: read,
  summary: 'Files of the company, the newest first; removed ones are not shown',
  query: pageQuery.extend({
    kind: z.enum(ASSET_KINDS).optional(),
    state: z.enum(assetLifecycle.states).optional(),
  }),
  reply: pageOf(assetRow),
});
export const readAsset = endpoint({
  id: 'branding.asset',
  method: 'GET',
  path: '/brand/assets/:id',
  access: read,
  owned: 'asset',
  summary: 'One file with its pages and every check with what was measured',
  params: idParam,
  reply: assetView,
  errors: ['NOT_FOUND'],
});
export const checkAsset = endpoint({
  id: 'branding.check_asset',
  method: 'POST',
  path: '/brand/assets/:id/check',
  access: edit,
  owned: 'asset',
  summary: 'Judges what was measured by the newest rules; a file without measurements is opened again',
  params: idParam,
  reply: assetView,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});
export const assetThumb = endpoint({
  id: 'branding.asset_thumb',
  method: 'GET',
  path: '/brand/assets/:id/thumb',
  access: read,
  owned: 'asset',
  summary: 'Small picture of the first page, drawn anew by us',
  params: idParam,
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const assetPreview = endpoint({
  id: 'branding.asset_preview',
  method: 'GET',
  path: '/brand/assets/:id/pages/:page/preview',
  access: read,
  owned: 'asset',
  summary: 'Picture of a page, drawn anew by us',
  params: pageParam,
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const assetTile = endpoint({
  id: 'branding.asset_tile',
  method: 'GET',
  path: '/brand/assets/:id/pages/:page/tiles/:level/:col/:row',
  access: read,
  owned: 'asset',
  summary: 'One tile of a large page',
  params: tileParam,
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const assetOriginal = endpoint({
  id: 'branding.asset_original',
  method: 'GET',
  path: '/brand/assets/:id/original',
  access: read,
  owned: 'asset',
  summary: 'The file as it was uploaded, as an attachment and never shown',
  params: idParam,
  raw: 'application/octet-stream',
  reply: bytes,
  errors: ['NOT_FOUND'],
});

export const assetEndpoints = [
  ...[startUpload, listUploads, readUpload, putChunk, finishUpload, discardUpload],
  ...[listAssets, readAsset, checkAsset, assetThumb, assetPreview, assetTile, assetOriginal],
];
