import { assetPreview, assetThumb, assetTile } from '@qafila/shared/branding/assets.contract';
import {
  designAssetPreview,
  designAssetThumb,
  designAssetTile,
} from '@qafila/shared/branding/design-assets.contract';
import {
  addDesignNote,
  designProof,
  editDesignNote,
  removeDesignNote,
  replyToDesignNote,
} from '@qafila/shared/branding/design-proofs.contract';
import type { NoteShape, NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import type { DesignProofView, NoteView, ProofView } from '@qafila/shared/branding/proof-views';
import {
  addNote,
  editNote,
  readProof,
  removeNote,
  replyToNote,
} from '@qafila/shared/branding/proofs.contract';
import { call, rawUrl } from '../../../lib/call';
import type { TileAt } from './viewer/tiles';

/** A note as either side sees it; only the design team's has a visibility and a to-do. */
export interface ShownNote extends NoteView {
  readonly visibility?: NoteVisibility;
  readonly todoId?: string | null;
}
/** What both sides see of a version. */
export type ShownProof = Omit<ProofView, 'notes' | 'marks' | 'brand'> & {
  readonly notes: readonly ShownNote[];
};

/** Addresses of our own pictures of a file; never the file. */
export interface Pictures {
  readonly tile: (file: { readonly id: string; readonly page: number }, at: TileAt) => string;
  readonly preview: (file: { readonly id: string; readonly page: number }) => string;
  readonly thumb: (id: string) => string;
}
/** A note as it is put down or changed. */
export interface NoteDraft {
  /** `null` for a new one. */
  readonly noteId: string | null;
  readonly page: number;
  readonly shape: NoteShape;
}
export interface WrittenNote extends NoteDraft {
  readonly body: string;
  readonly visibility: NoteVisibility;
}

/** What is different between the trader and the design team at one proof. */
export interface Side<P extends ShownProof = ShownProof> {
  readonly name: 'trader' | 'store';
  readonly pictures: Pictures;
  readonly keyOf: (id: string) => readonly string[];
  readonly read: (id: string) => Promise<P>;
  /** Where another version is looked at. */
  readonly pathOf: (id: string) => string;
  readonly write: (id: string, note: WrittenNote, idempotencyKey: string) => Promise<unknown>;
  readonly remove: (id: string, noteId: string) => Promise<unknown>;
  readonly reply: (
    id: string,
    given: { noteId: string; body: string; idempotencyKey: string },
  ) => Promise<unknown>;
}

export const TRADER_SIDE: Side<ProofView> = {
  name: 'trader',
  pictures: {
    tile: (params, at) => rawUrl(assetTile, { params: { ...params, ...placeOf(at) } }),
    preview: (params) => rawUrl(assetPreview, { params }),
    thumb: (id) => rawUrl(assetThumb, { params: { id } }),
  },
  keyOf: (id) => ['brand', 'proof', id],
  read: (id) => call(readProof, { params: { id } }),
  pathOf: (id) => `/brand/proofs/${id}`,
  write: (id, { noteId, page, shape, body }, idempotencyKey) =>
    noteId === null
      ? call(addNote, { params: { id }, body: { page, shape, body }, idempotencyKey })
      : call(editNote, { params: { id, noteId }, body: { page, shape, body } }),
  remove: (id, noteId) => call(removeNote, { params: { id, noteId } }),
  reply: (id, { noteId, body, idempotencyKey }) =>
    call(replyToNote, { params: { id, noteId }, body: { body }, idempotencyKey }),
};

export const STORE_SIDE: Side<DesignProofView> = {
  name: 'store',
  pictures: {
    tile: (params, at) => rawUrl(designAssetTile, { params: { ...params, ...placeOf(at) } }),
    preview: (params) => rawUrl(designAssetPreview, { params }),
    thumb: (id) => rawUrl(designAssetThumb, { params: { id } }),
  },
  keyOf: (id) => ['design', 'proof', id],
  read: (id) => call(designProof, { params: { id } }),
  pathOf: (id) => `/design/proofs/${id}`,
  write: (id, { noteId, page, shape, body, visibility }, idempotencyKey) =>
    noteId === null
      ? call(addDesignNote, { params: { id }, body: { page, shape, body, visibility }, idempotencyKey })
      : call(editDesignNote, { params: { id, noteId }, body: { page, shape, body } }),
  remove: (id, noteId) => call(removeDesignNote, { params: { id, noteId } }),
  reply: (id, { noteId, body, idempotencyKey }) =>
    call(replyToDesignNote, { params: { id, noteId }, body: { body }, idempotencyKey }),
};

const placeOf = ({ level, col, row }: TileAt): TileAt => ({ level, col, row });
