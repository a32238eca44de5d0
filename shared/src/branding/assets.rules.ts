import type { Words } from '../kernel/locale';
import { defineRule } from '../kernel/rule';

export const ASSET_KINDS = ['logo', 'artwork', 'dieline', 'reference', 'proof'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];
/** What a trader uploads; a proof comes from the store's designers. */
export const TRADER_ASSET_KINDS = ['logo', 'artwork', 'dieline', 'reference'] as const;
export type TraderAssetKind = (typeof TRADER_ASSET_KINDS)[number];

export const ASSET_LIMIT_MB = defineRule({
  name: 'asset-size',
  value: 50,
  clause: 'portal',
  meaning: 'Largest file of a brand, brief or proof, in MB',
});
export const ASSET_QUOTA_FILES = defineRule({
  name: 'asset-quota-files',
  value: 500,
  clause: 'portal',
  meaning: 'Files that one company keeps; removed ones do not count, proofs of the store neither',
});
export const ASSET_QUOTA_MB = defineRule({
  name: 'asset-quota-size',
  value: 2048,
  clause: 'portal',
  meaning: 'Size of all files that one company keeps, in MB, unfinished uploads included',
});
export const UPLOADS_AT_ONCE = defineRule({
  name: 'uploads-at-once',
  value: 2,
  clause: 'portal',
  meaning: 'Uploads of one company that run at the same time',
});
export const UPLOAD_IDLE_MINUTES = defineRule({
  name: 'upload-idle',
  value: 60,
  clause: 'portal',
  meaning: 'Minutes without a part after which an upload no longer counts as running',
});
export const UPLOAD_KEPT_HOURS = defineRule({
  name: 'upload-kept',
  value: 24,
  clause: 'portal',
  meaning: 'Hours after its last part until an unfinished upload is removed',
});
export const REJECTED_KEPT_DAYS = defineRule({
  name: 'asset-rejected-kept',
  value: 14,
  clause: 'portal',
  meaning: 'Days after which the content of a rejected file is removed',
});
export const CHECK_TRIES = defineRule({
  name: 'asset-check-tries',
  value: 3,
  clause: 'portal',
  meaning: 'How often a file is opened whose check did not end, before it is rejected',
});

/** Size of one part of an upload; the last one may be shorter. */
export const CHUNK_BYTES = 1024 * 1024;
export const chunksOf = (bytes: number): number => Math.ceil(bytes / CHUNK_BYTES);
/** Length of a part by its number, from 0. */
export const chunkLength = (bytes: number, n: number): number =>
  Math.min(CHUNK_BYTES, bytes - n * CHUNK_BYTES);

/** What whoever uploads confirms with a tick; kept with the file by version. A new text is a new version. */
export const RIGHTS_VERSION = 1;
export const RIGHTS_STATEMENT: Words = {
  en: 'We own this file or may use it: the marks, pictures and fonts in it are ours or licensed to us.',
  ar: 'نملك هذا الملف أو يحق لنا استخدامه: ما فيه من علامات وصور وخطوط لنا أو مرخص لنا.',
  no: 'Vi eier denne filen eller har rett til å bruke den: merker, bilder og skrifter i den er våre eller lisensiert til oss.',
  fr: 'Ce fichier est à nous ou nous pouvons l’utiliser : marques, images et polices sont les nôtres ou sous licence.',
};

const NAME_LENGTH = 80;
/** The last part of a file's name as it is shown: no path, nothing invisible or turning, not too long; the ending stays. */
export function tidyFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const shown = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["<>|:*?]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (shown === '') return 'file';
  const letters = [...shown];
  if (letters.length <= NAME_LENGTH) return shown;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(shown)?.[0] ?? '';
  return `${letters.slice(0, NAME_LENGTH - ending.length - 1).join('')}…${ending}`;
}

export const assetRules = [
  ASSET_LIMIT_MB,
  ASSET_QUOTA_FILES,
  ASSET_QUOTA_MB,
  UPLOADS_AT_ONCE,
  UPLOAD_IDLE_MINUTES,
  UPLOAD_KEPT_HOURS,
  REJECTED_KEPT_DAYS,
  CHECK_TRIES,
];
