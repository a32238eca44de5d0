import type { AssetKind } from '@qafila/shared/branding/assets.rules';

/** A file that is coming in parts. */
export interface Upload {
  readonly companyId: string;
  readonly id: string;
  /** The stored file it becomes; known beforehand, so that a second try writes over the first one's rest. */
  readonly fileId: string;
  readonly kind: AssetKind;
  /** As it was given; the ending must agree with the content. */
  readonly name: string;
  readonly byteCount: number;
  readonly rightsVersion: number | null;
  readonly briefId: string | null;
  readonly replaces: string | null;
  readonly assetId: string | null;
  readonly startedBy: string;
}
export interface ReceivedPart {
  readonly n: number;
  readonly sha256: string;
}
/** What a company keeps and what is coming, before a further file is let in. */
export interface Usage {
  readonly running: number;
  readonly files: number;
  readonly bytes: number;
}
