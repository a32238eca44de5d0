import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import {
  CLOSURE_WORDS,
  DIMENSION_WORDS,
  DIMENSIONS,
  FINISH_WORDS,
  INK_WORDS,
  MATERIAL_WORDS,
  PROCESS_WORDS,
} from '@qafila/shared/branding/packaging-words';
import { isolate } from '@qafila/shared/kernel/format';
import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';
import type { Decision } from '../domain/approval';
import type { ProductionSpec, SignedSpec } from '../domain/production-spec';
import { SHEET_WORDS, type SheetWord } from './spec-sheet-words';

/** One line of the sheet: what it is, and what was signed. */
export interface SheetFact {
  readonly label: string;
  readonly value: string;
}
export interface SheetSection {
  readonly title: string | null;
  readonly facts: readonly SheetFact[];
}

/** `2026-03-04 09:15`, in UTC: the same on every copy. */
const moment = (at: Date): string => isolate(at.toISOString().slice(0, 16).replace('T', ' '));
/** To a tenth of a millimetre: what lies beneath is the raster of the file. */
const size = (...sizes: readonly number[]): string =>
  isolate(`${sizes.map((each) => Math.round(each * 10) / 10).join(' × ')} mm`);
/** 64 letters in two lines of groups that can be read out. */
const hash = (hex: string): string =>
  (hex.match(/.{1,32}/g) ?? [hex])
    .map((line) => isolate(line.match(/.{1,8}/g)?.join(' ') ?? line))
    .join('\n');

/** What the sheet says, in the order it says it. No price, no person, no company. */
export function sheetSections(
  spec: ProductionSpec,
  approvals: readonly Decision[],
  locale: Locale,
): SheetSection[] {
  const say = (key: SheetWord): string => SHEET_WORDS[key][locale];
  const fact = (key: SheetWord, value: string): SheetFact => ({ label: say(key), value });
  const nameOf = (name: Readonly<Record<string, string>>): string => name[locale] ?? name.en ?? '';
  const whole = (count: number): string => isolate(String(count));
  const { content } = spec;
  const head = [
    fact('brand', [spec.brand.nameLatin, spec.brand.nameArabic].filter(Boolean).join(' · ')),
    fact('brandCode', isolate(spec.brand.code)),
    ...(content
      ? [fact('brief', isolate(content.brief.code)), fact('proof', whole(content.proof.version))]
      : []),
    fact('products', spec.products.map((product) => nameOf(product.name)).join(' · ')),
    ...(content?.quantity ? [fact('quantity', whole(content.quantity))] : []),
    fact('minimum', whole(spec.minimumPieces)),
    fact('lead', whole(spec.leadDays)),
    ...(content ? [fact('languages', languagesOf(content, locale))] : []),
  ];
  const checked = [
    ...approvals.map((approval) => fact('approval', `${moment(approval.at)}\n${hash(approval.hash)}`)),
    fact('contentHash', hash(spec.contentHash)),
    ...(spec.checkedAt && spec.state !== 'draft' ? [fact('check', moment(spec.checkedAt))] : []),
  ];
  return [
    { title: null, facts: head },
    ...(content ? [packagingSection(content, locale), artworkSection(content, locale)] : []),
    { title: say('signed'), facts: checked },
  ];
}

const languagesOf = ({ languages }: SignedSpec, locale: Locale): string => {
  const names = new Intl.DisplayNames([INTL_TAG[locale]], { type: 'language' });
  return languages.map((language) => names.of(language) ?? language).join(' · ');
};

function packagingSection({ packaging }: SignedSpec, locale: Locale): SheetSection {
  const { content } = packaging;
  const say = (key: SheetWord): string => SHEET_WORDS[key][locale];
  const fact = (key: SheetWord, value: string): SheetFact => ({ label: say(key), value });
  const finishes = content.finishes.map((finish) => FINISH_WORDS[finish][locale]);
  return {
    title: say('packaging'),
    facts: [
      fact('style', `${styleOf(content.style).name[locale]} · ${content.name}`),
      ...dimensionsOf(content, locale),
      fact('material', `${MATERIAL_WORDS[content.material][locale]} · ${isolate(`${content.gsm} g/m²`)}`),
      fact('closure', CLOSURE_WORDS[content.closure][locale]),
      fact('process', PROCESS_WORDS[content.process][locale]),
      fact('sides', isolate(String(content.sides))),
      fact('inks', content.inks.map((ink) => inkOf(ink, locale)).join(' · ')),
      fact('finishes', finishes.length > 0 ? finishes.join(' · ') : say('none')),
      fact('bleed', `${size(content.bleedMm)} · ${size(content.safeMm)}`),
      ...(content.remark ? [fact('remark', content.remark)] : []),
      fact('packagingHash', hash(packaging.sha256)),
    ],
  };
}

const inkOf = (ink: PackagingContent['inks'][number], locale: Locale): string =>
  ink.name ? `${INK_WORDS[ink.kind][locale]} ${isolate(ink.name)}` : INK_WORDS[ink.kind][locale];

const dimensionsOf = ({ dims }: PackagingContent, locale: Locale): SheetFact[] =>
  DIMENSIONS.flatMap((dimension) => {
    const value = dims[dimension];
    return value === undefined ? [] : [{ label: DIMENSION_WORDS[dimension][locale], value: size(value) }];
  });

function artworkSection({ artwork }: SignedSpec, locale: Locale): SheetSection {
  const say = (key: SheetWord): string => SHEET_WORDS[key][locale];
  return {
    title: say('artwork'),
    facts: [
      ...artwork.pages.map((page) => ({
        label: say('page'),
        value: `${isolate(String(page.page))} · ${size(page.widthMm, page.heightMm)}`,
      })),
      { label: say('fileHash'), value: hash(artwork.sha256) },
    ],
  };
}
