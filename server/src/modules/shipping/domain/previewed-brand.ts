import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';

/** A brand as somebody types it, not saved yet. */
export interface PreviewedBrand {
  readonly companyId: string;
  readonly brandCode: string;
  readonly content: ProfileContent;
  readonly logoFileId: string | null;
  readonly logoPng: Buffer | null;
  readonly monoPng: Buffer | null;
}
/** What the leak scan says: the store stands in it, or another trader does. */
export interface BrandVerdict {
  readonly showsStore: boolean;
  readonly isRefused: boolean;
  /** Companies that a refusal names: for the privacy officer's eyes only. */
  readonly forPrivacyOfficer: readonly string[];
}
/** A document as a recipient would see it; nothing of it when the scan refuses it. */
export interface PreviewedDocument {
  readonly verdict: BrandVerdict;
  readonly pages: readonly Buffer[];
  readonly tracking: TrackingView | null;
}
