import type { AssetType } from '@qafila/shared/branding/asset-types';
import { Refusal } from './refusal';

/** Endings of each type. Illustrator's files are PDFs. */
const ENDINGS: Readonly<Record<string, AssetType>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  tif: 'tiff',
  tiff: 'tiff',
  svg: 'svg',
  pdf: 'pdf',
  ai: 'pdf',
};
/** Endings that some program runs or unpacks; before the last one they only hide. */
const RUNS =
  /^(exe|com|bat|cmd|msi|scr|pif|ps1|vbs?|js|mjs|jse|wsf|hta|html?|xhtml|xml|php\d?|phtml|asp|aspx|jsp|sh|py|pl|rb|jar|app|dll|lnk|url|swf|zip|rar|7z|gz|tar|iso|docm|xlsm)$/i;
const LONGEST = 255;
/** Control characters, among them those that turn the reading order and so hide an ending. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Zero-width non-joiner and joiner belong to Arabic and Persian writing. */
const WRITING = /[\u200c\u200d]/g;

/** The type a name promises. Throws on a name that hides its ending or promises another type. */
export function typeByName(name: string): AssetType {
  const plain = name.replace(WRITING, '').trim();
  if (plain.length > LONGEST || HIDDEN.test(plain) || /[\\/]/.test(plain)) throw new Refusal('name_unclear');
  const [, ...endings] = plain.split('.');
  const last = endings.pop()?.trim().toLowerCase() ?? '';
  const type = ENDINGS[last];
  if (type === undefined) throw new Refusal('type_not_accepted');
  const inner = endings.map((each) => each.trim().toLowerCase());
  if (inner.some((each) => RUNS.test(each) || (ENDINGS[each] !== undefined && ENDINGS[each] !== type))) {
    throw new Refusal('name_unclear');
  }
  return type;
}
