import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import { colourOf } from '@qafila/shared/branding/profiles.rules';
import type { BrandSnapshot } from './consignment';

/** A version of a brand profile, as branding's door tells it. */
export interface ProfileVersionFacts {
  readonly brandCode: string;
  readonly version: number;
  readonly content: ProfileContent;
  readonly monoFileId: string | null;
}

const DEFAULT_INK = '#1f1a14';

/** What a parcel keeps of the profile it ships under. */
export function snapshotOf({ brandCode, version, content, monoFileId }: ProfileVersionFacts): BrandSnapshot {
  const { names, sender, returns, website, slip, tracking, replyEmail } = content;
  const ink = colourOf(content, 'ink') ?? DEFAULT_INK;
  return {
    code: brandCode,
    nameLatin: names.latin,
    nameArabic: names.arabic,
    ink,
    accent: colourOf(content, 'accent') ?? ink,
    replyEmail,
    returnLines: sender.lines,
    profile: {
      version,
      names,
      returns,
      website,
      slip,
      tracking,
      senderName: sender.name,
      senderPhone: sender.phone,
      monoFileId,
    },
  };
}
