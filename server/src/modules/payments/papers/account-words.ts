import type { Words } from '@qafila/shared/kernel/locale';

/** Words of a statement of account, on paper and in a table. */
export const ACCOUNT_WORDS = {
  title: {
    en: 'Statement of account',
    ar: 'كشف حساب التاجر',
    no: 'Kontooversikt',
    fr: 'Relevé de compte client',
  },
  period: { en: 'Period', ar: 'المدة', no: 'Periode', fr: 'Période' },
  currency: { en: 'Currency', ar: 'العملة', no: 'Valuta', fr: 'Devise' },
  customer: { en: 'For', ar: 'إلى', no: 'For', fr: 'Pour' },
  vat: { en: 'VAT number', ar: 'الرقم الضريبي', no: 'Mva-nummer', fr: 'Numéro de TVA' },
  registration: {
    en: 'Registration',
    ar: 'السجل التجاري',
    no: 'Registreringsnummer',
    fr: 'Immatriculation',
  },
  date: { en: 'Date', ar: 'التاريخ', no: 'Dato', fr: 'Date' },
  what: { en: 'What', ar: 'البيان', no: 'Hva', fr: 'Objet' },
  order: { en: 'Order', ar: 'الطلب', no: 'Ordre', fr: 'Commande' },
  reference: { en: 'Reference', ar: 'المرجع', no: 'Referanse', fr: 'Référence' },
  method: { en: 'Paid by', ar: 'طريقة الدفع', no: 'Betalt med', fr: 'Moyen' },
  charged: { en: 'Charged', ar: 'المطلوب', no: 'Belastet', fr: 'Facturé' },
  paid: { en: 'Paid', ar: 'المدفوع', no: 'Betalt', fr: 'Payé' },
  credit: { en: 'Credit', ar: 'الرصيد', no: 'Tilgodehavende', fr: 'Avoir' },
  balance: { en: 'Balance', ar: 'المتبقي', no: 'Saldo', fr: 'Solde' },
  opening: {
    en: 'Opening balance',
    ar: 'المتبقي أول المدة',
    no: 'Inngående saldo',
    fr: 'Solde d’ouverture',
  },
  closing: {
    en: 'Closing balance',
    ar: 'المتبقي آخر المدة',
    no: 'Utgående saldo',
    fr: 'Solde de clôture',
  },
  creditThen: {
    en: 'Credit then',
    ar: 'الرصيد حينها',
    no: 'Tilgodehavende da',
    fr: 'Avoir à cette date',
  },
  moved: {
    en: 'Moved in the period',
    ar: 'حركة المدة',
    no: 'Bevegelser i perioden',
    fr: 'Mouvements de la période',
  },
  nothing: {
    en: 'Nothing moved in this period.',
    ar: 'لا حركات في هذه المدة.',
    no: 'Ingen bevegelser i denne perioden.',
    fr: 'Aucun mouvement pendant cette période.',
  },
  sign: {
    en: 'The balance is what is owed on orders; a minus means that more was paid. Credit is money that no order took.',
    ar: 'المتبقي هو المستحق على الطلبات، وعلامة الناقص تعني أن المدفوع أكثر. الرصيد مبلغ لم يُستخدم في أي طلب.',
    no: 'Saldoen er det som skyldes for ordrer; minus betyr at det er betalt mer. Tilgodehavende er penger ingen ordre har tatt.',
    fr: 'Le solde est ce qui est dû sur les commandes ; un moins signifie un paiement en trop. L’avoir est l’argent qu’aucune commande n’a pris.',
  },
} as const satisfies Readonly<Record<string, Words>>;
