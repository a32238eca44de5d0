import { z } from 'zod';
import { bytes, done, endpoint, idParam } from '../access/endpoint';
import { assetRow, assetView, uploadView } from './asset-views';
import {
  CHUNK_ERRORS,
  chunk,
  chunkParam,
  chunkQuery,
  FINISH_ERRORS,
  fileBytes,
  fileName,
  pageParam,
  START_ERRORS,
  tileParam,
} from './assets.contract';

const look = { needs: 'design:read' } as const;
const work = { needs: 'design:work' } as const;

export const readDesignUpload = endpoint({
  id: 'branding.design_upload',
  method: 'GET',
  path: '/design/uploads/:id',
  access: work,
  summary: 'Which parts of an own upload are there',
  params: idParam,
  reply: uploadView,
  errors: ['NOT_FOUND'],
});
export const putDesignChunk = endpoint({
  id: 'branding.put_design_chunk',
  method: 'PUT',
  path: '/design/uploads/:id/chunks/:n',
  access: work,
  summary: 'One part of a proof file with its hash',
  params: chunkParam,
  query: chunkQuery,
  upload: chunk,
  reply: z.strictObject({ received: z.int() }),
  errors: CHUNK_ERRORS,
});
export const finishDesignUpload = endpoint({
  id: 'branding.finish_design_upload',
  method: 'POST',
  path: '/design/uploads/:id/finish',
  access: work,
  summary: 'Puts the parts of a proof file together',
  params: idParam,
  reply: assetRow,
  errors: FINISH_ERRORS,
});
export const discardDesignUpload = endpoint({
  id: 'branding.discard_design_upload',
  method: 'DELETE',
  path: '/design/uploads/:id',
  access: work,
  summary: 'Removes an own unfinished upload and its parts',
  params: idParam,
  reply: done,
  errors: ['NOT_FOUND', 'UPLOAD_FINISHED'],
});
export const readDesignAsset = endpoint({
  id: 'branding.design_asset',
  method: 'GET',
  path: '/design/assets/:id',
  access: look,
  summary: 'A file of a brief that was sent, under a neutral name',
  params: idParam,
  reply: assetView,
  errors: ['NOT_FOUND'],
});
export const designAssetThumb = endpoint({
  id: 'branding.design_asset_thumb',
  method: 'GET',
  path: '/design/assets/:id/thumb',
  access: look,
  summary: 'Small picture of the first page, for designers',
  params: idParam,
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const designAssetPreview = endpoint({
  id: 'branding.design_asset_preview',
  method: 'GET',
  path: '/design/assets/:id/pages/:page/preview',
  access: look,
  summary: 'Picture of a page, for designers',
  params: pageParam,
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const designAssetTile = endpoint({
  id: 'branding.design_asset_tile',
  method: 'GET',
  path: '/design/assets/:id/pages/:page/tiles/:level/:col/:row',
  access: look,
  summary: 'One tile of a large page, for designers',
  params: tileParam,
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const designAssetOriginal = endpoint({
  id: 'branding.design_asset_original',
  method: 'GET',
  path: '/design/assets/:id/original',
  access: look,
  summary: 'The file as it was uploaded, for designers, as an attachment under a neutral name',
  params: idParam,
  raw: 'application/octet-stream',
  reply: bytes,
  errors: ['NOT_FOUND'],
});
export const startDesignUpload = endpoint({
  id: 'branding.start_design_upload',
  method: 'POST',
  path: '/design/briefs/:id/uploads',
  access: work,
  idempotent: true,
  summary: 'Begins the upload of a proof file for a brief that is being designed',
  params: idParam,
  body: z.strictObject({ name: fileName, bytes: fileBytes }),
  reply: uploadView,
  errors: START_ERRORS,
});

export const designAssetEndpoints = [
  ...[startDesignUpload, readDesignUpload, putDesignChunk, finishDesignUpload, discardDesignUpload],
  ...[readDesignAsset, designAssetThumb, designAssetPreview, designAssetTile, designAssetOriginal],
];
