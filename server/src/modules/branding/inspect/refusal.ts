import type { AssetReason } from '@qafila/shared/branding/asset-reasons';

/** A file that is not taken, and why. */
export class Refusal extends Error {
  constructor(
    readonly reason: AssetReason,
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(reason);
  }
}
