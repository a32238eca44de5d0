import { ASSET_REASON_TEXTS } from '@qafila/shared/branding/asset-reasons';
import type { AssetRow, Rejection } from '@qafila/shared/branding/asset-views';
import type { AssetState } from '@qafila/shared/branding/branding.lifecycle';
import { formatNumber, isolate } from '@qafila/shared/kernel/format';
import { INTL_TAG, type Locale, type Words } from '@qafila/shared/kernel/locale';
import { fillSentence } from '@qafila/shared/kernel/problem';
import type { Tone } from '../../../ui/chip';

const CHECK_FAILED: Words = {
  en: 'The file could not be opened to the end. Export it again, simpler or smaller, and upload it.',
  ar: 'تعذر فتح الملف حتى نهايته. صدّره من جديد بصورة أبسط أو أصغر ثم ارفعه.',
  no: 'Filen kunne ikke åpnes helt. Eksporter den på nytt, enklere eller mindre, og last den opp.',
  fr: 'Le fichier n’a pas pu être ouvert jusqu’au bout. Réexportez-le, plus simple ou plus petit, puis envoyez-le.',
};

/** Why a file was not taken, and what to do. */
export function rejectionText({ code, params }: Rejection, locale: Locale): string {
  const words = code === 'check_failed' ? CHECK_FAILED : ASSET_REASON_TEXTS[code];
  const values = Object.entries(params).map(([name, value]) => [name, isolate(value)]);
  return fillSentence(words[locale], Object.fromEntries(values));
}

const KB = 1024;
/** A length as people say it: `3.4 MB`. */
export function bytesText(bytes: number, locale: Locale): string {
  const isSmall = bytes < KB * KB;
  const value = Math.max(bytes / (isSmall ? KB : KB * KB), isSmall ? 1 : 0.1);
  return new Intl.NumberFormat(INTL_TAG[locale], {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall || value >= 100 ? 0 : 1,
  }).format(value);
}

/** A size on paper: `210 × 297 mm`, one order in every script. */
export const millimetresText = (w: number, h: number, locale: Locale): string => {
  const part = (value: number): string => formatNumber(Math.round(value * 10) / 10, locale);
  return isolate(`${part(w)} × ${part(h)}`);
};

export const stateTone = (file: Pick<AssetRow, 'state' | 'checks'>): Tone => {
  const tones: Readonly<Record<AssetState, Tone>> = {
    quarantined: 'info',
    checking: 'info',
    ready: file.checks.fail > 0 || file.checks.warn > 0 ? 'warn' : 'ok',
    rejected: 'bad',
    superseded: 'plain',
    purged: 'plain',
  };
  return tones[file.state];
};
/** Key of the word: a ready file says when preflight has something to say. */
export const stateWord = (file: Pick<AssetRow, 'state' | 'checks'>): string => {
  if (file.state !== 'ready') return `state.${file.state}`;
  return file.checks.fail > 0 ? 'state.fails' : file.checks.warn > 0 ? 'state.warns' : 'state.ready';
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/tiff': 'TIFF',
  'image/svg+xml': 'SVG',
  'application/pdf': 'PDF',
};
export const typeName = (contentType: string | null): string | null =>
  contentType === null ? null : (TYPE_NAMES[contentType] ?? contentType);
