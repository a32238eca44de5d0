import type { AssetFacts } from '@qafila/shared/branding/asset-facts';
import type { AssetPageView, Rejection } from '@qafila/shared/branding/asset-views';
import type { AssetKind } from '@qafila/shared/branding/assets.rules';
import type { AssetState } from '@qafila/shared/branding/branding.lifecycle';
import type { PreflightCheck } from '@qafila/shared/branding/preflight-ruleset';

/** A file of a company as it stands. */
export interface Asset {
  readonly companyId: string;
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly state: AssetState;
  readonly contentType: string | null;
  readonly byteCount: number;
  readonly originalFileId: string | null;
  readonly pageCount: number | null;
  readonly rulesetVersion: number | null;
  readonly rejection: Rejection | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly briefId: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly tries: number;
  readonly hasPreview: boolean;
  readonly checks: { readonly pass: number; readonly warn: number; readonly fail: number };
}
/** What an inspection left behind. */
export interface InspectedAsset {
  readonly contentType: string;
  readonly pages: readonly AssetPageView[];
  readonly facts: AssetFacts;
  readonly checks: readonly PreflightCheck[];
  readonly rulesetVersion: number;
}
/** Where one picture of an asset stands. */
export interface PicturePlace {
  readonly page: number;
  readonly kind: 'thumb' | 'preview' | 'tile';
  readonly level: number;
  readonly col: number;
  readonly row: number;
}
/** One try to open a file; only its holder may end it. */
export interface AssetClaim {
  readonly companyId: string;
  readonly id: string;
  readonly claimId: string;
}

/** Name under which staff see and save a file: a trader's own may tell who he is. */
export function neutralName(asset: Pick<Asset, 'id' | 'kind' | 'name'>): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(asset.name)?.[0].toLowerCase() ?? '';
  return `${asset.kind}-${asset.id.slice(-8)}${ending}`;
}
