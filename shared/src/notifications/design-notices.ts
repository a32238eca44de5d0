/** What a trader's people are told of briefs, proofs and production specs. */
export const designNotices = {
  proof_sent: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Brief {code}: a proof is ready for you to look at',
      ar: 'الموجز {code}: بروفة جاهزة لمراجعتك',
      no: 'Oppdrag {code}: en korrektur er klar til gjennomsyn',
      fr: 'Brief {code} : une épreuve attend votre avis',
    },
  },
  proof_reminder: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Brief {code}: the proof still waits for your answer',
      ar: 'الموجز {code}: البروفة ما زالت بانتظار ردك',
      no: 'Oppdrag {code}: korrekturen venter fortsatt på svar',
      fr: 'Brief {code} : l’épreuve attend toujours votre réponse',
    },
  },
  proof_expired: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Brief {code}: the proof has expired unanswered, the work is on hold',
      ar: 'الموجز {code}: انتهت مهلة البروفة دون رد، والعمل متوقف',
      no: 'Oppdrag {code}: korrekturen utløp uten svar, arbeidet er satt på vent',
      fr: 'Brief {code} : l’épreuve a expiré sans réponse, le travail est en attente',
    },
  },
  approval_wanted: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Brief {code}: the proof waits for another approval',
      ar: 'الموجز {code}: البروفة بانتظار اعتماد آخر',
      no: 'Oppdrag {code}: korrekturen venter på en godkjenning til',
      fr: 'Brief {code} : l’épreuve attend une autre approbation',
    },
  },
  proof_approved: {
    group: 'company',
    usual: 'in_app',
    say: {
      en: 'Brief {code}: the proof is approved, the technical check follows',
      ar: 'الموجز {code}: اعتُمدت البروفة، ويليها الفحص الفني',
      no: 'Oppdrag {code}: korrekturen er godkjent, den tekniske kontrollen følger',
      fr: 'Brief {code} : l’épreuve est approuvée, le contrôle technique suit',
    },
  },
  spec_locked: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Production spec {code} is locked: you can order with it',
      ar: 'أُقفلت مواصفة الإنتاج {code}: يمكنك الطلب بها',
      no: 'Produksjonsspesifikasjon {code} er låst: du kan bestille med den',
      fr: 'La fiche de production {code} est verrouillée : vous pouvez commander avec elle',
    },
  },
  spec_refused: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Production spec {code} cannot be produced as it is: a new proof follows',
      ar: 'لا يمكن إنتاج المواصفة {code} كما هي: ستصلك بروفة جديدة',
      no: 'Produksjonsspesifikasjon {code} kan ikke lages slik den er: en ny korrektur kommer',
      fr: 'La fiche de production {code} ne peut être produite telle quelle : une nouvelle épreuve suivra',
    },
  },
  brief_asked: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Brief {code}: the design team needs something from you',
      ar: 'الموجز {code}: يحتاج فريق التصميم إلى معلومة منك',
      no: 'Oppdrag {code}: designteamet trenger noe fra deg',
      fr: 'Brief {code} : l’équipe de design a besoin d’une précision',
    },
  },
  brief_answered: {
    group: 'company',
    usual: 'in_app',
    say: {
      en: 'Brief {code}: the design team has written to you',
      ar: 'الموجز {code}: كتب لك فريق التصميم',
      no: 'Oppdrag {code}: designteamet har skrevet til deg',
      fr: 'Brief {code} : l’équipe de design vous a écrit',
    },
  },
  round_quoted: {
    group: 'company',
    usual: 'mail',
    say: {
      en: 'Brief {code}: there is a quote for a further round',
      ar: 'الموجز {code}: وصل عرض سعر لجولة أخرى',
      no: 'Oppdrag {code}: det foreligger et tilbud på en ny runde',
      fr: 'Brief {code} : un devis pour un autre tour vous attend',
    },
  },
} as const;
