import type { Words } from '../kernel/locale';
import type { WordsFor } from '../kernel/rule';

export const PACKAGING_STYLES = [
  ...(['folding-carton', 'mailer', 'pouch', 'bottle-label', 'jar-label'] as const),
  ...(['sleeve', 'tape', 'tissue', 'insert-card', 'sticker'] as const),
] as const;
export type PackagingStyle = (typeof PACKAGING_STYLES)[number];

/** Measures a spec can give, all in millimetres. Inside measures for boxes; `flat…` is the sheet after the cut. */
export const DIMENSIONS = [
  ...(['length', 'width', 'height', 'gusset', 'diameter', 'lid'] as const),
  ...(['overlap', 'radius', 'repeat', 'flatWidth', 'flatHeight'] as const),
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const MATERIALS = [
  ...(['sbs', 'fbb', 'kraft-board', 'corrugated-e', 'corrugated-b', 'kraft-film', 'pet-film'] as const),
  ...(['label-paper', 'label-film', 'paper-tape', 'tissue-paper', 'card'] as const),
] as const;
export type Material = (typeof MATERIALS)[number];

export const CLOSURES = [
  ...(['none', 'tuck', 'self-locking', 'adhesive', 'zip', 'seal', 'tamper-band', 'half-fold'] as const),
] as const;
export type Closure = (typeof CLOSURES)[number];

export const FINISHES = [...(['matt', 'gloss', 'soft-touch', 'foil', 'emboss', 'spot-uv'] as const)] as const;
export type Finish = (typeof FINISHES)[number];

export const PROCESSES = ['offset', 'digital', 'flexo', 'screen'] as const;
export type Process = (typeof PROCESSES)[number];

export const INK_KINDS = ['process', 'spot', 'white', 'varnish'] as const;
export type InkKind = (typeof INK_KINDS)[number];

export const ZONE_KINDS = ['logo', 'text', 'barcode', 'variable', 'regulatory', 'free'] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

const words = (en: string, ar: string, other: { readonly no: string; readonly fr: string }): Words => ({
  en,
  ar,
  ...other,
});

export const DIMENSION_WORDS: WordsFor<Dimension> = {
  length: words('Length', 'الطول', { no: 'Lengde', fr: 'Longueur' }),
  width: words('Width', 'العرض', { no: 'Bredde', fr: 'Largeur' }),
  height: words('Height', 'الارتفاع', { no: 'Høyde', fr: 'Hauteur' }),
  gusset: words('Bottom gusset', 'ثنية القاعدة', { no: 'Bunnfals', fr: 'Soufflet de fond' }),
  diameter: words('Diameter', 'القطر', { no: 'Diameter', fr: 'Diamètre' }),
  lid: words('Diameter of the lid label', 'قطر ملصق الغطاء', {
    no: 'Diameter på lokketikett',
    fr: 'Diamètre de l’étiquette du couvercle',
  }),
  overlap: words('Overlap', 'التراكب', { no: 'Overlapp', fr: 'Recouvrement' }),
  radius: words('Corner radius', 'نصف قطر الزاوية', { no: 'Hjørneradius', fr: 'Rayon des angles' }),
  repeat: words('Repeat', 'طول التكرار', { no: 'Rapport', fr: 'Raccord' }),
  flatWidth: words('Width laid flat', 'العرض مفرودًا', { no: 'Bredde flat', fr: 'Largeur à plat' }),
  flatHeight: words('Height laid flat', 'الارتفاع مفرودًا', { no: 'Høyde flat', fr: 'Hauteur à plat' }),
};

export const MATERIAL_WORDS: WordsFor<Material> = {
  sbs: words('White board (SBS)', 'ورق مقوى أبيض (SBS)', {
    no: 'Hvit kartong (SBS)',
    fr: 'Carton blanc (SBS)',
  }),
  fbb: words('Folding boxboard (FBB)', 'ورق علب مطوي (FBB)', {
    no: 'Falsekartong (FBB)',
    fr: 'Carton pliant (FBB)',
  }),
  'kraft-board': words('Kraft board', 'ورق مقوى كرافت', { no: 'Kraftkartong', fr: 'Carton kraft' }),
  'corrugated-e': words('Corrugated, E flute', 'كرتون مموّج، موجة E', {
    no: 'Bølgepapp, E',
    fr: 'Ondulé, cannelure E',
  }),
  'corrugated-b': words('Corrugated, B flute', 'كرتون مموّج، موجة B', {
    no: 'Bølgepapp, B',
    fr: 'Ondulé, cannelure B',
  }),
  'kraft-film': words('Kraft with barrier film', 'كرافت بطبقة عازلة', {
    no: 'Kraft med barrierefilm',
    fr: 'Kraft avec film barrière',
  }),
  'pet-film': words('PET film', 'غشاء PET', { no: 'PET-film', fr: 'Film PET' }),
  'label-paper': words('Label paper', 'ورق ملصقات', { no: 'Etikettpapir', fr: 'Papier à étiquettes' }),
  'label-film': words('Label film (BOPP)', 'غشاء ملصقات (BOPP)', {
    no: 'Etikettfilm (BOPP)',
    fr: 'Film à étiquettes (BOPP)',
  }),
  'paper-tape': words('Paper tape', 'شريط ورقي', { no: 'Papirtape', fr: 'Ruban papier' }),
  'tissue-paper': words('Tissue paper', 'ورق حرير', { no: 'Silkepapir', fr: 'Papier de soie' }),
  card: words('Uncoated card', 'بطاقة غير مطلية', { no: 'Ubestrøket kort', fr: 'Carte non couchée' }),
};

export const CLOSURE_WORDS: WordsFor<Closure> = {
  none: words('None', 'بلا', { no: 'Ingen', fr: 'Aucune' }),
  tuck: words('Tuck flap', 'لسان إدخال', { no: 'Innstikk', fr: 'Patte rentrante' }),
  'self-locking': words('Self-locking', 'إغلاق ذاتي', { no: 'Selvlåsende', fr: 'Autobloquante' }),
  adhesive: words('Adhesive', 'لاصق', { no: 'Lim', fr: 'Adhésif' }),
  zip: words('Zip', 'سحّاب', { no: 'Glidelås', fr: 'Zip' }),
  seal: words('Heat seal', 'لحام حراري', { no: 'Varmesveis', fr: 'Thermosoudure' }),
  'tamper-band': words('Tamper band', 'شريط أمان', { no: 'Sikkerhetsbånd', fr: 'Bande d’inviolabilité' }),
  'half-fold': words('Folded once', 'مطوية مرة', { no: 'Brettet én gang', fr: 'Pliée une fois' }),
};

export const FINISH_WORDS: WordsFor<Finish> = {
  matt: words('Matt', 'مطفي', { no: 'Matt', fr: 'Mat' }),
  gloss: words('Gloss', 'لامع', { no: 'Blank', fr: 'Brillant' }),
  'soft-touch': words('Soft touch', 'ملمس ناعم', { no: 'Myk overflate', fr: 'Toucher doux' }),
  foil: words('Foil', 'ختم معدني', { no: 'Folie', fr: 'Dorure' }),
  emboss: words('Emboss', 'حفر بارز', { no: 'Preging', fr: 'Gaufrage' }),
  'spot-uv': words('Spot UV', 'ورنيش موضعي', { no: 'Punktlakk', fr: 'Vernis sélectif' }),
};

export const PROCESS_WORDS: WordsFor<Process> = {
  offset: words('Offset', 'أوفست', { no: 'Offset', fr: 'Offset' }),
  digital: words('Digital', 'رقمية', { no: 'Digital', fr: 'Numérique' }),
  flexo: words('Flexo', 'فلكسو', { no: 'Flekso', fr: 'Flexo' }),
  screen: words('Screen', 'شاشة حريرية', { no: 'Silketrykk', fr: 'Sérigraphie' }),
};

export const INK_WORDS: WordsFor<InkKind> = {
  process: words('Process colours (CMYK)', 'ألوان الطباعة (CMYK)', {
    no: 'Prosessfarger (CMYK)',
    fr: 'Quadrichromie (CMJN)',
  }),
  spot: words('Spot colour', 'لون خاص', { no: 'Spesialfarge', fr: 'Ton direct' }),
  white: words('White', 'أبيض', { no: 'Hvit', fr: 'Blanc' }),
  varnish: words('Varnish', 'ورنيش', { no: 'Lakk', fr: 'Vernis' }),
};

export const ZONE_WORDS: WordsFor<ZoneKind> = {
  logo: words('Logo', 'الشعار', { no: 'Logo', fr: 'Logo' }),
  text: words('Text', 'النص', { no: 'Tekst', fr: 'Texte' }),
  barcode: words('Barcode', 'الرمز الشريطي', { no: 'Strekkode', fr: 'Code-barres' }),
  variable: words('Batch and date', 'التشغيلة والتاريخ', { no: 'Parti og dato', fr: 'Lot et date' }),
  regulatory: words('Required information', 'البيانات الإلزامية', {
    no: 'Påkrevd informasjon',
    fr: 'Mentions obligatoires',
  }),
  free: words('Free', 'حر', { no: 'Fritt', fr: 'Libre' }),
};
