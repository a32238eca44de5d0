import type { AssetFacts, PageFacts, PictureFact, RectMm } from './asset-facts';
import type { PreflightRuleId, PrintSize } from './preflight-ruleset';

/** What one rule found: the number it is judged by, and how it is said where that is no number. */
export interface Measured {
  /** Null where there is nothing to judge, which passes. For findings: how many. */
  readonly value: number | null;
  readonly shown?: string | null;
  /** A bound that the packaging spec sets in place of the rule set's. */
  readonly limit?: number;
  readonly limitShown?: string;
}
interface Subject {
  readonly facts: AssetFacts;
  readonly page: PageFacts | null;
  readonly print: PrintSize | null;
}
interface Measure {
  readonly of: 'file' | 'page';
  take(subject: Subject): Measured | 'not-asked';
}
type OnPage = (page: PageFacts, subject: Subject) => Measured | 'not-asked';

const NOT_ASKED = 'not-asked';
const MM_PER_INCH = 25.4;
/** Boxes are written with rounded points: a hundredth of a millimetre is none. */
const ROUNDING_MM = 0.02;
const GUIDE = /\b(guides?|template|info(rmation)?|safe(ty)?|bar-?code ?zone)\b/i;

const perPage = (take: OnPage): Measure => ({
  of: 'page',
  take: (subject) => (subject.page === null ? NOT_ASKED : take(subject.page, subject)),
});
const perFile = (take: (subject: Subject) => Measured | 'not-asked'): Measure => ({ of: 'file', take });

const findings = (names: readonly string[]): Measured => ({
  value: names.length,
  shown: names.length === 0 ? null : names.join(', '),
});
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const sizeText = (w: number, h: number): string => `${round(w, 1)} × ${round(h, 1)}`;
const isPicture = (facts: AssetFacts): boolean => facts.type !== 'pdf' && facts.type !== 'svg';

/** PDF pages name their size; a picture has the size it is printed at. */
const trimOf = (page: PageFacts): RectMm => page.trim ?? page.media;

const size: OnPage = (page, { facts, print }) => {
  if (print === null) return NOT_ASKED;
  const limitShown = sizeText(print.widthMm, print.heightMm);
  if (isPicture(facts)) return shapeOfPicture(page, print);
  const trim = trimOf(page);
  const off = Math.max(Math.abs(trim.w - print.widthMm), Math.abs(trim.h - print.heightMm));
  return { value: round(off, 2), shown: sizeText(trim.w, trim.h), limitShown };
};

/** A picture has no millimetres: its shape is compared, as how far off the longer side would be. */
function shapeOfPicture(page: PageFacts, print: PrintSize): Measured | 'not-asked' {
  const [picture] = page.pictures;
  if (picture === undefined) return NOT_ASKED;
  const offFrom = (w: number, h: number): number => Math.abs((w * picture.heightPx) / picture.widthPx - h);
  const bled = 2 * print.bleedMm;
  const off = Math.min(
    offFrom(print.widthMm, print.heightMm),
    offFrom(print.widthMm + bled, print.heightMm + bled),
  );
  return {
    value: round(Math.max(0, off - 0.5), 2),
    shown: `${picture.widthPx} × ${picture.heightPx} px`,
    limitShown: sizeText(print.widthMm, print.heightMm),
  };
}

const gaps = (inner: RectMm, outer: RectMm): number[] => [
  inner.x - outer.x,
  inner.y - outer.y,
  outer.x + outer.w - inner.x - inner.w,
  outer.y + outer.h - inner.y - inner.h,
];

const bleed: OnPage = (page, { facts, print }) => {
  if (facts.type !== 'pdf') return NOT_ASKED;
  const narrowest = page.trim === null ? 0 : Math.min(...gaps(page.trim, page.bleed ?? page.media));
  // To a tenth of a millimetre, so that rounded points take nothing from a bleed that is there.
  const value = round(Math.max(0, narrowest), 1);
  return print === null ? { value } : { value, limit: print.bleedMm };
};

const boxes: OnPage = (page, { facts }) => {
  if (facts.type !== 'pdf') return NOT_ASKED;
  const lies = (inner: RectMm | null, outer: RectMm | null): boolean =>
    inner === null || outer === null || Math.min(...gaps(inner, outer)) >= -ROUNDING_MM;
  const wrong = [
    ...(lies(page.trim, page.bleed) ? [] : ['TrimBox > BleedBox']),
    ...(lies(page.bleed, page.media) ? [] : ['BleedBox > MediaBox']),
    ...(lies(page.trim, page.media) ? [] : ['TrimBox > MediaBox']),
  ];
  return findings(wrong);
};

/** Pixels an inch on paper: of a picture file at the size of the piece, otherwise as it lies on its page. */
function ppiOf(picture: PictureFact, { facts, print }: Subject): number | null {
  if (!isPicture(facts)) return picture.ppi;
  if (print === null) return facts.claimedPpi;
  const across = picture.widthPx / ((print.widthMm + 2 * print.bleedMm) / MM_PER_INCH);
  const down = picture.heightPx / ((print.heightMm + 2 * print.bleedMm) / MM_PER_INCH);
  return round(Math.min(across, down), 1);
}

const lowestPpi =
  (isAsked: (picture: PictureFact) => boolean): OnPage =>
  (page, subject) => {
    const values = page.pictures.filter(isAsked).flatMap((picture) => ppiOf(picture, subject) ?? []);
    return values.length === 0 ? NOT_ASKED : { value: Math.min(...values) };
  };

const knownSpots: OnPage = (page, { print }) => {
  const isAllowed = (name: string): boolean =>
    name !== 'All' && (print === null || print.inks.some((ink) => plainName(ink) === plainName(name)));
  return findings(page.spots.filter((name) => !isAllowed(name)));
};

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The same ink under two names prints on two plates. */
const spotNames: OnPage = (page) => {
  const twice = page.spots.filter((name) =>
    page.spots.some((other) => other !== name && plainName(other) === plainName(name)),
  );
  return findings(twice);
};

const colour =
  (space: 'rgb' | 'lab'): OnPage =>
  (page) =>
    findings(page.colours.includes(space) ? [space.toUpperCase()] : []);

const icc: OnPage = (page, { facts }) =>
  isPicture(facts) ? findings(page.pictures.some((each) => each.icc === null) ? ['ICC'] : []) : NOT_ASKED;

const fonts: OnPage = (page) =>
  findings(page.fonts.filter((font) => !font.isEmbedded).map((font) => font.name));

const outputIntent = perFile(({ facts }) =>
  facts.type !== 'pdf'
    ? NOT_ASKED
    : { value: facts.outputIntent === null ? 1 : 0, shown: facts.outputIntent },
);

const guideLayers = perFile(({ facts }) =>
  facts.layers.length === 0
    ? NOT_ASKED
    : findings(facts.layers.filter((each) => each.isShown && GUIDE.test(each.name)).map((each) => each.name)),
);

/** How each rule reads the facts. */
export const MEASURES: Readonly<Record<PreflightRuleId, Measure>> = {
  size: perPage(size),
  bleed: perPage(bleed),
  boxes: perPage(boxes),
  trim_box: perPage((page, { facts }) =>
    facts.type === 'pdf' ? { value: page.trim === null ? 1 : 0, shown: null } : NOT_ASKED,
  ),
  picture_ppi: perPage(lowestPpi((picture) => picture.bits > 1)),
  line_art_ppi: perPage(lowestPpi((picture) => picture.bits === 1)),
  colour_rgb: perPage(colour('rgb')),
  colour_lab: perPage(colour('lab')),
  icc: perPage(icc),
  spot_known: perPage(knownSpots),
  spot_names: perPage(spotNames),
  transparency: perPage((page) => ({ value: page.isTransparent ? 1 : 0, shown: null })),
  fonts_embedded: perPage(fonts),
  live_text: perPage((page) => ({ value: page.hasLiveText ? 1 : 0, shown: null })),
  text_size: perPage((page) => (page.smallestTextPt === null ? NOT_ASKED : { value: page.smallestTextPt })),
  line_width: perPage((page) => (page.thinnestLinePt === null ? NOT_ASKED : { value: page.thinnestLinePt })),
  ink: perPage((page) => (page.ink === null ? NOT_ASKED : { value: page.ink.maxPercent })),
  output_intent: outputIntent,
  guide_layers: guideLayers,
};
