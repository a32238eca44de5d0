import type { Locale } from '../kernel/locale';
import { defineRule } from '../kernel/rule';
import type { ColourRole, ProfileContent } from './profile-content';

export const PROFILES_PER_COMPANY = defineRule({
  name: 'profiles-per-company',
  value: 40,
  clause: '7',
  meaning: 'Most brand profiles a company has at a time; archived ones are not counted',
});
export const profilesRules = [PROFILES_PER_COMPANY];

/** Where returns go when they should not go to the trader: a box that names neither him nor the store. */
export const NEUTRAL_HUB: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Returns centre', 'PO Box 31870', 'Riyadh 11418'],
  ar: ['مركز المرتجعات', 'ص.ب ٣١٨٧٠', 'الرياض ١١٤١٨'],
  no: ['Returmottak', 'PO Box 31870', 'Riyadh 11418'],
  fr: ['Centre de retours', 'PO Box 31870', 'Riyad 11418'],
};

/** What a parcel needs and this profile does not say, as problem codes. */
export function missingIn(content: Pick<ProfileContent, 'replyEmail' | 'returns' | 'sender'>): string[] {
  const hasWayBack = content.returns === 'hub' || content.sender.lines.length > 0;
  return [
    ...(content.replyEmail === '' ? ['BRAND_REPLY_MISSING'] : []),
    ...(hasWayBack ? [] : ['BRAND_SENDER_MISSING']),
  ];
}

/** The colour of a role as `#rrggbb`; `undefined` where the profile has none. */
export const colourOf = (content: Pick<ProfileContent, 'colours'>, role: ColourRole): string | undefined =>
  content.colours.find((each) => each.role === role)?.hex;

/** The name as readers of a language are used to seeing it in Latin letters. */
export function latinNameIn(names: ProfileContent['names'], locale: Locale): string {
  if (locale === 'fr') return names.french ?? names.latin;
  if (locale === 'no') return names.norwegian ?? names.latin;
  return names.latin;
}

/** A two-language line in a reader's language; the other one where only that was written. */
export const lineIn = (
  line: { readonly arabic: string | null; readonly latin: string | null },
  locale: Locale,
): string | null => (locale === 'ar' ? (line.arabic ?? line.latin) : (line.latin ?? line.arabic));

/** One thing that is otherwise in a later version. */
export interface ContentChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one version to the next, in the order of the form. */
export function changesBetween(before: ProfileContent, after: ProfileContent): ContentChange[] {
  const old = new Map(spelled(before));
  const now = new Map(spelled(after));
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** Every value of a profile as a text, by where it stands. */
function spelled(content: ProfileContent): [string, string][] {
  const { names, colours, logos, sender, slip, tracking } = content;
  const each = (group: string, values: Readonly<Record<string, string | null>>): [string, string][] =>
    Object.entries(values).flatMap(([key, value]) => (value ? [[`${group}.${key}`, value]] : []));
  const { showsContact, ...page } = tracking;
  return [
    ...each('names', names),
    ...colours.map(({ role, hex, cmyk, pantone }): [string, string] => {
      return [
        `colours.${role}`,
        [hex, ...(cmyk ? [`CMYK ${cmyk.join(' ')}`] : []), ...(pantone ? [pantone] : [])].join(' · '),
      ];
    }),
    ...each('logos', logos),
    ...each('sender', { name: sender.name, phone: sender.phone, lines: sender.lines.join(', ') }),
    ['returns', content.returns],
    ...each('contact', { replyEmail: content.replyEmail, website: content.website }),
    ...each('slip', slip),
    ...each('tracking', page),
    ['tracking.showsContact', showsContact ? 'yes' : 'no'],
  ];
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of a colour `#rrggbb` on white, WCAG 2.2: 1 to 21. */
export const contrastOnWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05);
