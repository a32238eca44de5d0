/** Apart from the schemas of the facts: the child process that opens one file loads no more than it needs. */

/** What a file can be. The type is read from its content; its name must agree. */
export const ASSET_TYPES = ['png', 'jpeg', 'webp', 'tiff', 'svg', 'pdf'] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

export const ASSET_CONTENT_TYPES: Readonly<Record<AssetType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};
