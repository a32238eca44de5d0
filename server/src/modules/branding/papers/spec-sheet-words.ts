import type { Words } from '@qafila/shared/kernel/locale';

const words = (en: string, ar: string, other: { readonly no: string; readonly fr: string }): Words => ({
  en,
  ar,
  ...other,
});

export const SHEET_WORDS = {
  title: words('Production spec', 'مواصفة الإنتاج', {
    no: 'Produksjonsspesifikasjon',
    fr: 'Fiche de production',
  }),
  open: words('Not checked yet: not for production', 'لم تُفحص بعد: ليست للإنتاج', {
    no: 'Ikke kontrollert ennå: ikke til produksjon',
    fr: 'Pas encore contrôlée : pas pour la production',
  }),
  retired: words('Taken out of use', 'أُوقف استخدامها', { no: 'Tatt ut av bruk', fr: 'Retirée' }),
  locked: words('Checked and locked', 'مفحوصة ومقفلة', {
    no: 'Kontrollert og låst',
    fr: 'Contrôlée et verrouillée',
  }),
  brand: words('Brand', 'العلامة', { no: 'Merke', fr: 'Marque' }),
  brandCode: words('Brand code', 'رمز العلامة', { no: 'Merkekode', fr: 'Code de marque' }),
  brief: words('Brief', 'الموجز', { no: 'Oppdrag', fr: 'Brief' }),
  proof: words('Proof', 'البروفة', { no: 'Korrektur', fr: 'Épreuve' }),
  products: words('Products', 'المنتجات', { no: 'Produkter', fr: 'Produits' }),
  quantity: words('Quantity asked for', 'الكمية المطلوبة', { no: 'Ønsket antall', fr: 'Quantité demandée' }),
  minimum: words('Fewest pieces', 'أقل عدد من القطع', { no: 'Minste antall', fr: 'Minimum de pièces' }),
  lead: words('Working days', 'أيام العمل', { no: 'Virkedager', fr: 'Jours ouvrés' }),
  languages: words('Languages on the pack', 'لغات العبوة', {
    no: 'Språk på pakningen',
    fr: 'Langues sur l’emballage',
  }),
  packaging: words('Packaging', 'التغليف', { no: 'Emballasje', fr: 'Emballage' }),
  style: words('Style', 'النوع', { no: 'Type', fr: 'Modèle' }),
  material: words('Material', 'المادة', { no: 'Materiale', fr: 'Matériau' }),
  closure: words('Closure', 'الإغلاق', { no: 'Lukking', fr: 'Fermeture' }),
  process: words('Printing', 'الطباعة', { no: 'Trykk', fr: 'Impression' }),
  sides: words('Printed sides', 'الأوجه المطبوعة', { no: 'Trykte sider', fr: 'Faces imprimées' }),
  inks: words('Inks', 'الأحبار', { no: 'Farger', fr: 'Encres' }),
  finishes: words('Finishes', 'التشطيبات', { no: 'Etterbehandling', fr: 'Finitions' }),
  none: words('None', 'بلا', { no: 'Ingen', fr: 'Aucune' }),
  bleed: words('Bleed and safe area', 'النزف والمنطقة الآمنة', {
    no: 'Utfallende og sikkerhetssone',
    fr: 'Fond perdu et zone sûre',
  }),
  remark: words('Remark', 'ملاحظة', { no: 'Merknad', fr: 'Remarque' }),
  artwork: words('Artwork', 'التصميم', { no: 'Trykkfil', fr: 'Fichier d’impression' }),
  page: words('Page, trim size', 'الصفحة، المقاس النهائي', {
    no: 'Side, ferdig mål',
    fr: 'Page, format fini',
  }),
  fileHash: words('File (SHA-256)', 'الملف (SHA-256)', { no: 'Fil (SHA-256)', fr: 'Fichier (SHA-256)' }),
  packagingHash: words('Packaging (SHA-256)', 'التغليف (SHA-256)', {
    no: 'Emballasje (SHA-256)',
    fr: 'Emballage (SHA-256)',
  }),
  contentHash: words('Content (SHA-256)', 'المضمون (SHA-256)', {
    no: 'Innhold (SHA-256)',
    fr: 'Contenu (SHA-256)',
  }),
  signed: words('Signed and checked', 'التوقيع والفحص', {
    no: 'Signert og kontrollert',
    fr: 'Signé et contrôlé',
  }),
  approval: words('Approval (UTC, hash of the record)', 'الاعتماد (UTC، بصمة السجل)', {
    no: 'Godkjenning (UTC, kontrollsum)',
    fr: 'Approbation (UTC, empreinte)',
  }),
  check: words('Technical check (UTC)', 'الفحص الفني (UTC)', {
    no: 'Teknisk kontroll (UTC)',
    fr: 'Contrôle technique (UTC)',
  }),
  internal: words('Internal paper: never in a parcel', 'ورقة داخلية: لا توضع في طرد', {
    no: 'Internt papir: aldri i en pakke',
    fr: 'Document interne : jamais dans un colis',
  }),
} as const satisfies Record<string, Words>;
export type SheetWord = keyof typeof SHEET_WORDS;
