import type { Words } from '../kernel/locale';

export const CONSENT_KINDS = ['portfolio', 'name'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** The words a permission is given to. Another wording is another version; what was agreed to keeps its own. */
export const CONSENT_TEXTS: Readonly<
  Record<ConsentKind, { readonly version: number; readonly text: Words }>
> = {
  portfolio: {
    version: 1,
    text: {
      en: 'The store may show pictures of goods and packaging made for this brand in its own portfolio. This can be withdrawn at any time; pictures are then removed within 14 days.',
      ar: 'يجوز للمتجر عرض صور البضائع والتغليف المصنوعة لهذه العلامة في معرض أعماله. يمكن سحب الإذن في أي وقت، وتُزال الصور عندئذ خلال 14 يومًا.',
      no: 'Butikken kan vise bilder av varer og emballasje laget for dette merket i sin egen portefølje. Dette kan trekkes tilbake når som helst; bildene fjernes da innen 14 dager.',
      fr: 'Le magasin peut montrer dans son propre portfolio des images des produits et emballages réalisés pour cette marque. L’autorisation peut être retirée à tout moment ; les images sont alors retirées sous 14 jours.',
    },
  },
  name: {
    version: 1,
    text: {
      en: 'The store may name this brand as one it works for. Nothing else about the company is told. This can be withdrawn at any time; the name is then removed within 14 days.',
      ar: 'يجوز للمتجر ذكر هذه العلامة بوصفها علامة يعمل لها. لا يُفصح عن أي شيء آخر عن المنشأة. يمكن سحب الإذن في أي وقت، ويُزال الاسم عندئذ خلال 14 يومًا.',
      no: 'Butikken kan nevne dette merket som et den arbeider for. Ingenting annet om foretaket fortelles. Dette kan trekkes tilbake når som helst; navnet fjernes da innen 14 dager.',
      fr: 'Le magasin peut citer cette marque parmi celles pour lesquelles il travaille. Rien d’autre n’est dit de la société. L’autorisation peut être retirée à tout moment ; le nom est alors retiré sous 14 jours.',
    },
  },
};
