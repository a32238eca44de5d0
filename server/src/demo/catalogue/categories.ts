import type { DemoCategory } from './types';

/** The eight departments of the demo store, in the order of the menu. */
export const demoCategories: DemoCategory[] = [
  {
    slug: 'oils-argan',
    name: { en: 'Oils & argan', ar: 'الزيوت والأركان', no: 'Oljer og argan', fr: 'Huiles et argan' },
  },
  {
    slug: 'hammam-soap',
    name: {
      en: 'Hammam & soap',
      ar: 'الحمّام المغربي والصابون',
      no: 'Hamam og såpe',
      fr: 'Hammam et savons',
    },
  },
  {
    slug: 'ghassoul-clay',
    name: { en: 'Ghassoul & clay', ar: 'الغاسول والطين', no: 'Ghassoul og leire', fr: 'Ghassoul et argiles' },
  },
  {
    slug: 'rose-floral-waters',
    name: {
      en: 'Rose & floral waters',
      ar: 'ماء الورد والمياه العطرية',
      no: 'Rosevann og blomstervann',
      fr: 'Eaux de rose et eaux florales',
    },
  },
  {
    slug: 'tea-herbs',
    name: { en: 'Tea & herbs', ar: 'الشاي والأعشاب', no: 'Te og urter', fr: 'Thé et herbes' },
  },
  { slug: 'spices', name: { en: 'Spices', ar: 'البهارات', no: 'Krydder', fr: 'Épices' } },
  {
    slug: 'glassware-brass',
    name: {
      en: 'Glassware & brass',
      ar: 'الزجاج والنحاسيات',
      no: 'Glass og messing',
      fr: 'Verrerie et laiton',
    },
  },
  {
    slug: 'leather-ceramics',
    name: { en: 'Leather & ceramics', ar: 'الجلديات والخزف', no: 'Lær og keramikk', fr: 'Cuir et céramique' },
  },
];
