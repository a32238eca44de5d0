import { z } from 'zod';
import { withoutInvisible } from '../kernel/digits';
import { phoneNumber } from '../kernel/phone';

const plain = (text: string): string => withoutInvisible(text).trim().replace(/\s+/gu, ' ');
const text = (least: number, most: number) =>
  z.string().transform(plain).pipe(z.string().min(least, 'too_short').max(most, 'too_long'));
/** An empty field is no value: a form sends what stands in it. */
const maybe = <T extends z.ZodType<string, string>>(schema: T) =>
  z
    .string()
    .nullable()
    .transform((value) => (value === null || plain(value) === '' ? null : value))
    .pipe(schema.nullable());

const hex = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string().regex(/^#[0-9a-f]{6}$/, 'colour'));
const mail = z.string().transform(plain).pipe(z.email('email').max(254, 'too_long'));
/** A host name, without scheme, path or port. */
const website = z
  .string()
  .transform((typed) =>
    plain(typed)
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
  )
  .pipe(z.string().regex(/^(?=.{4,120}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'domain'));

/** What a colour is for. Ink and accent always stand in a profile; papers and the tracking page are drawn with them. */
export const COLOUR_ROLES = ['ink', 'accent', 'second', 'third', 'ground'] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];
const percent = z.int().min(0, 'too_small').max(100, 'too_big');
const colour = z.strictObject({
  role: z.enum(COLOUR_ROLES),
  hex,
  /** Per cent of cyan, magenta, yellow, black. */
  cmyk: z.tuple([percent, percent, percent, percent]).nullable(),
  /** As the trader's printer writes it: `PANTONE 7562 C`. */
  pantone: maybe(text(2, 40)),
});
export type BrandColour = z.output<typeof colour>;

export const LOGO_ROLES = ['primary', 'mono', 'reversed', 'icon'] as const;
export type LogoRole = (typeof LOGO_ROLES)[number];
/** A ready file of kind logo; or the file the profile was opened with, before files were taken in. */
const logoRef = z.uuid().nullable();

const bothLanguages = {
  arabic: maybe(text(2, 120)),
  latin: maybe(text(2, 120)),
};

/** Everything a version of a brand profile says. */
export const profileContent = z
  .strictObject({
    names: z.strictObject({
      latin: text(2, 60).pipe(z.string().regex(/\p{Script=Latin}/u, 'latin_letters')),
      arabic: maybe(text(2, 60).pipe(z.string().regex(/\p{Script=Arabic}/u, 'arabic_letters'))),
      french: maybe(text(2, 60)),
      norwegian: maybe(text(2, 60)),
    }),
    colours: z
      .array(colour)
      .min(2, 'too_small')
      .max(COLOUR_ROLES.length, 'too_big')
      .refine((list) => new Set(list.map(({ role }) => role)).size === list.length, 'invalid')
      .refine(
        (list) => ['ink', 'accent'].every((role) => list.some((each) => each.role === role)),
        'invalid',
      ),
    logos: z.strictObject({ primary: logoRef, mono: logoRef, reversed: logoRef, icon: logoRef }),
    /** Who the parcel says it is from; without a name the brand stands there. */
    sender: z.strictObject({
      name: maybe(text(2, 60)),
      phone: maybe(phoneNumber()),
      lines: z.array(text(2, 60)).max(5, 'too_big'),
    }),
    /** Where returns go: to the sender's own lines, or to the neutral hub. */
    returns: z.enum(['own', 'hub']),
    /** Empty while the draft has none. */
    replyEmail: z.union([z.literal(''), mail]),
    website: maybe(website),
    /** A line of the brand's own on the packing slip, instead of plain thanks. */
    slip: z.strictObject(bothLanguages),
    tracking: z.strictObject({
      ...bothLanguages,
      /** Another accent than the brand's; `null` for the brand's. */
      accent: hex.nullable(),
      /** Reply address, phone and website on the page. */
      showsContact: z.boolean(),
    }),
  })
  .meta({ id: 'BrandProfileContent' });
export type ProfileContent = z.output<typeof profileContent>;

const FIRST_INK = '#221f1a';
const FIRST_ACCENT = '#8a6a1f';

/** A new profile: its names and nothing invented but two quiet colours. */
export const firstContent = (names: {
  readonly latin: string;
  readonly arabic: string | null;
}): ProfileContent => ({
  names: { ...names, french: null, norwegian: null },
  colours: [
    { role: 'ink', hex: FIRST_INK, cmyk: null, pantone: null },
    { role: 'accent', hex: FIRST_ACCENT, cmyk: null, pantone: null },
  ],
  logos: { primary: null, mono: null, reversed: null, icon: null },
  sender: { name: null, phone: null, lines: [] },
  returns: 'own',
  replyEmail: '',
  website: null,
  slip: { arabic: null, latin: null },
  tracking: { arabic: null, latin: null, accent: null, showsContact: true },
});
