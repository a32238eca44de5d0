import type { AssetKind } from './assets.rules';

export const PREFLIGHT_RULES = [
  'size',
  'bleed',
  'boxes',
  'trim_box',
  'picture_ppi',
  'line_art_ppi',
  'colour_rgb',
  'colour_lab',
  'icc',
  'spot_known',
  'spot_names',
  'transparency',
  'fonts_embedded',
  'live_text',
  'text_size',
  'line_width',
  'ink',
  'output_intent',
  'guide_layers',
] as const;
export type PreflightRuleId = (typeof PREFLIGHT_RULES)[number];
export type Verdict = 'pass' | 'warn' | 'fail';

/** One rule as data: which bounds warn and fail, and from where. */
export interface PreflightRule {
  readonly id: PreflightRuleId;
  /** A number is better when it is larger, better when it is smaller, or each finding counts by itself. */
  readonly better: 'larger' | 'smaller' | 'none-found';
  /** Bound of each verdict; null where the rule never gives it. For `none-found`: the verdict of a finding. */
  readonly warn: number | null;
  readonly fail: number | null;
  readonly unit: 'ppi' | 'mm' | 'pt' | '%' | '';
  /** Kinds of files it is asked of; without it all. */
  readonly of?: readonly AssetKind[];
}
export interface PreflightRuleset {
  readonly version: number;
  readonly rules: readonly PreflightRule[];
}

/** The printed piece a file is judged for: its trimmed size, and what it is printed with. */
export interface PrintSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly bleedMm: number;
  /** Names of the spot inks of the packaging spec. */
  readonly inks: readonly string[];
}

export interface PreflightCheck {
  readonly ruleId: PreflightRuleId;
  /** 0 for what concerns the whole file. */
  readonly page: number;
  readonly verdict: Verdict;
  readonly measured: number | string | null;
  readonly limit: number | string | null;
  readonly unit: PreflightRule['unit'];
}

const FOUND = 1;
const noneFound = (id: PreflightRuleId, verdict: 'warn' | 'fail'): PreflightRule => ({
  id,
  better: 'none-found',
  warn: verdict === 'warn' ? FOUND : null,
  fail: verdict === 'fail' ? FOUND : null,
  unit: '',
});

/** Bounds of commercial offset print of packaging. */
const OFFSET_PRINT: readonly PreflightRule[] = [
  { id: 'size', better: 'smaller', warn: null, fail: 0.5, unit: 'mm' },
  { id: 'bleed', better: 'larger', warn: null, fail: 3, unit: 'mm' },
  noneFound('boxes', 'fail'),
  noneFound('trim_box', 'warn'),
  { id: 'picture_ppi', better: 'larger', warn: 300, fail: 150, unit: 'ppi' },
  { id: 'line_art_ppi', better: 'larger', warn: 800, fail: 550, unit: 'ppi' },
  noneFound('colour_rgb', 'warn'),
  noneFound('colour_lab', 'fail'),
  noneFound('icc', 'warn'),
  noneFound('spot_known', 'fail'),
  noneFound('spot_names', 'warn'),
  noneFound('transparency', 'warn'),
  noneFound('fonts_embedded', 'fail'),
  noneFound('live_text', 'warn'),
  { id: 'text_size', better: 'larger', warn: 5, fail: 3, unit: 'pt' },
  { id: 'line_width', better: 'larger', warn: 0.25, fail: 0.1, unit: 'pt' },
  { id: 'ink', better: 'smaller', warn: 300, fail: null, unit: '%' },
  noneFound('output_intent', 'warn'),
  noneFound('guide_layers', 'fail'),
];
/** What is printed to its edge and read by a plate maker; a logo lies on it, a dieline is the template itself. */
const PRINTED_PIECE: readonly AssetKind[] = ['artwork', 'proof'];
const ONLY_OF: Partial<Record<PreflightRuleId, readonly AssetKind[]>> = {
  bleed: PRINTED_PIECE,
  guide_layers: PRINTED_PIECE,
  spot_known: [...PRINTED_PIECE, 'logo'],
};

/** A changed rule is a further entry, never an edit. */
export const RULESETS: readonly [PreflightRuleset, ...PreflightRuleset[]] = [
  { version: 1, rules: OFFSET_PRINT },
  {
    version: 2,
    rules: OFFSET_PRINT.map((rule) => ({ ...rule, ...(ONLY_OF[rule.id] && { of: ONLY_OF[rule.id] }) })),
  },
];
export const currentRuleset = (): PreflightRuleset => RULESETS.at(-1) ?? RULESETS[0];
export const rulesetOf = (version: number): PreflightRuleset | undefined =>
  RULESETS.find((each) => each.version === version);
