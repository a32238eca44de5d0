import type { Words } from '../kernel/locale';

/**
 * What an approver signs, word for word. Another wording is another version; what was signed keeps its own.
 */
export const APPROVAL_STATEMENT: { readonly version: number; readonly text: Words } = {
  version: 1,
  text: {
    en: 'I have checked this version and approve it for production as it is shown, for the company I act for. After this nothing of it can be changed; a change is a new brief.',
    ar: 'راجعتُ هذه البروفة وأعتمدها للإنتاج كما هي معروضة، باسم المنشأة التي أمثّلها. لا يمكن بعد ذلك تغيير أي شيء فيها، وأي تغيير يكون بموجز جديد.',
    no: 'Jeg har kontrollert denne versjonen og godkjenner den for produksjon slik den vises, på vegne av selskapet. Etter dette kan ingenting i den endres; en endring er et nytt oppdrag.',
    fr: 'J’ai vérifié cette version et je l’approuve pour la production telle qu’elle est présentée, au nom de ma société. Rien ne pourra ensuite y être modifié ; tout changement est un nouveau brief.',
  },
};
