import { defineProblems } from '../kernel/problem';

export const orderingProblems = defineProblems({
  ORDER_BELOW_MINIMUM: {
    status: 409,
    report: false,
    params: ['missing', 'required'],
    say: {
      en: 'Add {missing} of goods to reach the minimum of {required}.',
      ar: 'أضف بضاعة بقيمة {missing} لبلوغ الحد الأدنى {required}.',
      no: 'Legg til varer for {missing} for å nå minstebeløpet på {required}.',
      fr: 'Ajoutez {missing} de marchandises pour atteindre le minimum de {required}.',
    },
  },
  ORDER_EMPTY: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Add goods first.',
      ar: 'أضف بضاعة أولًا.',
      no: 'Legg til varer først.',
      fr: 'Ajoutez d’abord des marchandises.',
    },
  },
  LINES_NEED_ATTENTION: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Fix the marked quantities ({count}).',
      ar: 'صحّح الكميات المعلّمة ({count}).',
      no: 'Rett antallene som er merket ({count}).',
      fr: 'Corrigez les quantités signalées ({count}).',
    },
  },
  STOCK_SHORT: {
    status: 409,
    report: false,
    params: ['sku', 'available'],
    say: {
      en: '{sku}: {available} left. Lower the quantity.',
      ar: '{sku}: المتبقي {available}. خفّض الكمية.',
      no: '{sku}: {available} igjen. Senk antallet.',
      fr: '{sku} : il en reste {available}. Réduisez la quantité.',
    },
  },
  PRICES_CHANGED: {
    status: 409,
    report: false,
    params: ['before', 'now'],
    say: {
      en: 'The total is now {now}, not {before}. Review it and submit again.',
      ar: 'أصبح الإجمالي {now} بدل {before}. راجعه ثم أرسل من جديد.',
      no: 'Totalen er nå {now}, ikke {before}. Se over og send inn på nytt.',
      fr: 'Le total est désormais de {now} au lieu de {before}. Vérifiez puis validez à nouveau.',
    },
  },
  RECIPIENTS_MISSING: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Add at least one recipient.',
      ar: 'أضف مستلمًا واحدًا على الأقل.',
      no: 'Legg til minst én mottaker.',
      fr: 'Ajoutez au moins un destinataire.',
    },
  },
  GOODS_NOT_ALLOCATED: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'Share out the remaining pieces ({count}) among the recipients.',
      ar: 'وزّع القطع المتبقية ({count}) على المستلمين.',
      no: 'Fordel de gjenværende delene ({count}) på mottakerne.',
      fr: 'Répartissez les pièces restantes ({count}) entre les destinataires.',
    },
  },
  WAREHOUSE_ADDRESS_MISSING: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Choose the address to deliver to.',
      ar: 'اختر عنوان التسليم.',
      no: 'Velg leveringsadresse.',
      fr: 'Choisissez l’adresse de livraison.',
    },
  },
  BRAND_MISSING: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Choose the brand the parcels go out under.',
      ar: 'اختر العلامة التي تُرسل الطرود باسمها.',
      no: 'Velg merket pakkene sendes under.',
      fr: 'Choisissez la marque sous laquelle partent les colis.',
    },
  },
  SPEC_NOT_LOCKED: {
    status: 409,
    report: false,
    params: ['sku'],
    say: {
      en: '{sku}: choose an approved spec or neutral pack.',
      ar: '{sku}: اختر مواصفة معتمدة أو تغليفًا محايدًا.',
      no: '{sku}: velg en godkjent spesifikasjon eller nøytral pakning.',
      fr: '{sku} : choisissez une fiche validée ou un emballage neutre.',
    },
  },
  VARIANT_UNKNOWN: {
    status: 409,
    report: false,
    params: ['count'],
    say: {
      en: 'These goods are no longer sold or have no price for you ({count}). Remove them.',
      ar: 'هذه الأصناف لم تعد تُباع أو ليس لها سعر لديك ({count}). احذفها.',
      no: 'Disse varene selges ikke lenger eller har ingen pris for deg ({count}). Fjern dem.',
      fr: 'Ces articles ne sont plus vendus ou n’ont pas de prix pour vous ({count}). Retirez-les.',
    },
  },
  ORDER_NOT_PAID: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'The payment does not cover the total yet.',
      ar: 'الدفعة لا تغطي الإجمالي بعد.',
      no: 'Betalingen dekker ikke totalen ennå.',
      fr: 'Le paiement ne couvre pas encore le total.',
    },
  },
  ORDER_HAS_MONEY: {
    status: 409,
    report: false,
    params: [],
    say: {
      en: 'Money was received for this order. Ask us to refund it first.',
      ar: 'وصلت دفعة لهذا الطلب. اطلب منا ردّها أولًا.',
      no: 'Det er mottatt penger for denne ordren. Be oss om refusjon først.',
      fr: 'De l’argent a été reçu pour cette commande. Demandez d’abord son remboursement.',
    },
  },
});
