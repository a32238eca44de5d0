import { isolate } from '../kernel/format';
import type { Locale } from '../kernel/locale';
import { fillSentence } from '../kernel/problem';
import type { WordsFor } from '../kernel/rule';
import type { PreflightCheck, PreflightRuleId } from './preflight-ruleset';

/** Names of the rules, as a list of checks shows them. */
export const PREFLIGHT_TITLES: WordsFor<PreflightRuleId> = {
  size: { en: 'Size', ar: 'المقاس', no: 'Størrelse', fr: 'Format' },
  bleed: { en: 'Bleed', ar: 'هامش القص', no: 'Utfall', fr: 'Fond perdu' },
  boxes: { en: 'Page boxes', ar: 'حدود الصفحة', no: 'Sidebokser', fr: 'Zones de page' },
  trim_box: { en: 'Trim box', ar: 'حد القص', no: 'Trimboks', fr: 'Zone de rognage' },
  picture_ppi: {
    en: 'Sharpness of pictures',
    ar: 'دقة الصور',
    no: 'Bildeskarphet',
    fr: 'Netteté des images',
  },
  line_art_ppi: {
    en: 'Sharpness of line art',
    ar: 'دقة الرسوم الخطية',
    no: 'Skarphet i strektegninger',
    fr: 'Netteté du dessin au trait',
  },
  colour_rgb: { en: 'Screen colours', ar: 'ألوان الشاشة', no: 'Skjermfarger', fr: 'Couleurs d’écran' },
  colour_lab: { en: 'Lab colours', ar: 'ألوان Lab', no: 'Lab-farger', fr: 'Couleurs Lab' },
  icc: { en: 'Colour profile', ar: 'ملف الألوان', no: 'Fargeprofil', fr: 'Profil de couleur' },
  spot_known: { en: 'Spot colours', ar: 'الألوان الخاصة', no: 'Spotfarger', fr: 'Tons directs' },
  spot_names: {
    en: 'Names of spot colours',
    ar: 'أسماء الألوان الخاصة',
    no: 'Navn på spotfarger',
    fr: 'Noms des tons directs',
  },
  transparency: { en: 'Transparency', ar: 'الشفافية', no: 'Gjennomsiktighet', fr: 'Transparence' },
  fonts_embedded: { en: 'Fonts', ar: 'الخطوط', no: 'Skrifter', fr: 'Polices' },
  live_text: { en: 'Live text', ar: 'نص حي', no: 'Levende tekst', fr: 'Texte vif' },
  text_size: { en: 'Small text', ar: 'النص الصغير', no: 'Liten tekst', fr: 'Petits textes' },
  line_width: { en: 'Thin lines', ar: 'الخطوط الرفيعة', no: 'Tynne linjer', fr: 'Filets fins' },
  ink: { en: 'Ink coverage', ar: 'تغطية الحبر', no: 'Fargedekning', fr: 'Taux d’encrage' },
  output_intent: { en: 'Print profile', ar: 'ملف الطباعة', no: 'Trykkprofil', fr: 'Profil d’impression' },
  guide_layers: { en: 'Guide layers', ar: 'طبقات الإرشاد', no: 'Hjelpelag', fr: 'Calques de repères' },
};

/** What to do where a rule warns or fails. */
export const PREFLIGHT_ADVICE: WordsFor<PreflightRuleId> = {
  size: {
    en: 'It measures {measured}; the spec asks for {limit} mm. Set the page to that size without scaling.',
    ar: 'المقاس {measured}، والمواصفة تطلب {limit} مم. اضبط الصفحة على هذا المقاس من دون تحجيم.',
    no: 'Den måler {measured}; spesifikasjonen krever {limit} mm. Sett siden til den størrelsen uten skalering.',
    fr: 'Le format est {measured} ; la spécification demande {limit} mm. Réglez la page à cette taille, sans mise à l’échelle.',
  },
  bleed: {
    en: 'The bleed is {measured}; {limit} is needed on every side. Draw the background past the cut and export with bleed.',
    ar: 'هامش القص {measured} والمطلوب {limit} من كل جهة. مدّ الخلفية خارج خط القص وصدّر مع الهامش.',
    no: 'Utfallet er {measured}; {limit} trengs på alle sider. Trekk bakgrunnen forbi skjæret, og eksporter med utfall.',
    fr: 'Le fond perdu est de {measured} ; il en faut {limit} de chaque côté. Prolongez le fond au-delà de la coupe et exportez avec fond perdu.',
  },
  boxes: {
    en: 'The page boxes lie outside of one another ({measured}). Export again with trim inside bleed inside page.',
    ar: 'حدود الصفحة متداخلة بشكل خاطئ ({measured}). صدّر من جديد بحيث يقع حد القص داخل الهامش داخل الصفحة.',
    no: 'Sideboksene ligger utenfor hverandre ({measured}). Eksporter på nytt med trim innenfor utfall innenfor side.',
    fr: 'Les zones de page débordent l’une de l’autre ({measured}). Réexportez : rognage dans fond perdu dans page.',
  },
  trim_box: {
    en: 'The file does not say where it is cut. Export it as PDF/X with a trim box.',
    ar: 'لا يحدد الملف موضع القص. صدّره بصيغة PDF/X مع حد القص.',
    no: 'Filen sier ikke hvor den skjæres. Eksporter den som PDF/X med trimboks.',
    fr: 'Le fichier n’indique pas la coupe. Exportez-le en PDF/X avec une zone de rognage.',
  },
  picture_ppi: {
    en: 'A picture has {measured} at print size; {limit} is sharp. Use a larger original or place it smaller.',
    ar: 'دقة إحدى الصور {measured} بمقاس الطباعة، والدقة الجيدة {limit}. استخدم صورة أكبر أو صغّر مساحتها.',
    no: 'Et bilde har {measured} i trykkstørrelse; {limit} er skarpt. Bruk en større original, eller plasser det mindre.',
    fr: 'Une image a {measured} à la taille imprimée ; {limit} est net. Prenez un original plus grand ou réduisez-la.',
  },
  line_art_ppi: {
    en: 'A black-and-white drawing has {measured}; {limit} is needed for clean edges. Use vectors or scan it finer.',
    ar: 'دقة رسم بالأبيض والأسود {measured}، والمطلوب {limit} لحواف نظيفة. استخدم رسمًا متجهيًا أو امسحه بدقة أعلى.',
    no: 'En svart-hvitt-tegning har {measured}; {limit} trengs for rene kanter. Bruk vektorer, eller skann finere.',
    fr: 'Un dessin noir et blanc a {measured} ; il faut {limit} pour des bords nets. Utilisez des vecteurs ou numérisez plus finement.',
  },
  colour_rgb: {
    en: 'Colours are made for screens (RGB) and shift in print. Convert to CMYK and look again.',
    ar: 'الألوان معدّة للشاشة (RGB) وتتغير عند الطباعة. حوّلها إلى CMYK وراجعها.',
    no: 'Fargene er laget for skjerm (RGB) og endres i trykk. Gjør om til CMYK, og se på nytt.',
    fr: 'Les couleurs sont faites pour l’écran (RVB) et changent à l’impression. Convertissez en CMJN et vérifiez.',
  },
  colour_lab: {
    en: 'The file uses Lab colours, which presses do not print. Convert to CMYK or to a spot colour.',
    ar: 'يستخدم الملف ألوان Lab التي لا تُطبع. حوّلها إلى CMYK أو إلى لون خاص.',
    no: 'Filen bruker Lab-farger, som ikke kan trykkes. Gjør om til CMYK eller til en spotfarge.',
    fr: 'Le fichier utilise des couleurs Lab, non imprimables. Convertissez en CMJN ou en ton direct.',
  },
  icc: {
    en: 'The picture has no colour profile, so its colours are guessed. Save it with its profile embedded.',
    ar: 'الصورة بلا ملف ألوان، فتُخمَّن ألوانها. احفظها مع تضمين ملف الألوان.',
    no: 'Bildet har ingen fargeprofil, så fargene gjettes. Lagre det med profilen innebygd.',
    fr: 'L’image n’a pas de profil : ses couleurs sont devinées. Enregistrez-la avec son profil incorporé.',
  },
  spot_known: {
    en: 'Spot colours the spec does not print: {measured}. Convert them to CMYK, or add the ink to the packaging spec.',
    ar: 'ألوان خاصة لا تطبعها المواصفة: {measured}. حوّلها إلى CMYK أو أضف الحبر إلى مواصفة التغليف.',
    no: 'Spotfarger som spesifikasjonen ikke trykker: {measured}. Gjør om til CMYK, eller legg fargen til i spesifikasjonen.',
    fr: 'Tons directs hors de la spécification : {measured}. Convertissez-les en CMJN ou ajoutez l’encre à la spécification.',
  },
  spot_names: {
    en: 'One ink under several names: {measured}. Give each ink one name, or it is printed twice.',
    ar: 'حبر واحد بأسماء متعددة: {measured}. أعطِ كل حبر اسمًا واحدًا وإلا طُبع مرتين.',
    no: 'Samme farge under flere navn: {measured}. Gi hver farge ett navn, ellers trykkes den to ganger.',
    fr: 'Une encre sous plusieurs noms : {measured}. Donnez un seul nom à chaque encre, sinon elle est imprimée deux fois.',
  },
  transparency: {
    en: 'Something shines through. Say what lies under it, or flatten it, so that print looks like the screen.',
    ar: 'يوجد جزء شفاف. حدّد ما تحته أو ادمجه لتطابق الطباعة ما تراه على الشاشة.',
    no: 'Noe er gjennomsiktig. Si hva som ligger under, eller slå det sammen, så trykket blir likt skjermen.',
    fr: 'Un élément est transparent. Précisez ce qui est dessous ou aplatissez-le, pour imprimer ce que l’écran montre.',
  },
  fonts_embedded: {
    en: 'Fonts are not in the file: {measured}. Turn the text to outlines, or embed the fonts.',
    ar: 'خطوط غير مضمّنة في الملف: {measured}. حوّل النص إلى مسارات أو ضمّن الخطوط.',
    no: 'Skrifter mangler i filen: {measured}. Gjør teksten om til konturer, eller bygg inn skriftene.',
    fr: 'Polices absentes du fichier : {measured}. Vectorisez le texte ou incorporez les polices.',
  },
  live_text: {
    en: 'There is text that can still be edited. Turn it to outlines, so that it cannot change on the press.',
    ar: 'يوجد نص قابل للتحرير. حوّله إلى مسارات حتى لا يتغير عند الطباعة.',
    no: 'Det finnes tekst som fortsatt kan redigeres. Gjør den om til konturer, så den ikke endres i trykk.',
    fr: 'Du texte reste modifiable. Vectorisez-le pour qu’il ne change pas à l’impression.',
  },
  text_size: {
    en: 'The smallest text is {measured}; below {limit} it fills in. Set it larger.',
    ar: 'أصغر نص {measured}، وما دون {limit} يصعب قراءته بعد الطباعة. كبّره.',
    no: 'Den minste teksten er {measured}; under {limit} gror den igjen. Gjør den større.',
    fr: 'Le plus petit texte fait {measured} ; sous {limit} il se bouche. Agrandissez-le.',
  },
  line_width: {
    en: 'The thinnest line is {measured}; below {limit} it breaks up. Make it thicker.',
    ar: 'أرفع خط {measured}، وما دون {limit} يتقطع عند الطباعة. زد سماكته.',
    no: 'Den tynneste linjen er {measured}; under {limit} brytes den opp. Gjør den tykkere.',
    fr: 'Le filet le plus fin fait {measured} ; sous {limit} il disparaît. Épaississez-le.',
  },
  ink: {
    en: 'Up to {measured} ink lies in one place; more than {limit} does not dry. Use less of each colour there.',
    ar: 'تصل تغطية الحبر في موضع واحد إلى {measured}، وما زاد على {limit} لا يجف. خفّف الألوان هناك.',
    no: 'Opptil {measured} farge ligger på ett sted; mer enn {limit} tørker ikke. Bruk mindre av hver farge der.',
    fr: 'Jusqu’à {measured} d’encre au même endroit ; au-delà de {limit} elle ne sèche pas. Réduisez les couleurs à cet endroit.',
  },
  output_intent: {
    en: 'The file does not say for which press it was made. Export it as PDF/X-4 with an output intent.',
    ar: 'لا يحدد الملف ظروف الطباعة المقصودة. صدّره بصيغة PDF/X-4 مع تحديد ملف الطباعة.',
    no: 'Filen sier ikke hvilket trykk den er laget for. Eksporter den som PDF/X-4 med trykkprofil.',
    fr: 'Le fichier n’indique pas l’impression visée. Exportez-le en PDF/X-4 avec un profil de sortie.',
  },
  guide_layers: {
    en: 'Guides would be printed: {measured}. Hide or delete these layers and export again.',
    ar: 'ستُطبع طبقات الإرشاد: {measured}. أخفِ هذه الطبقات أو احذفها ثم صدّر من جديد.',
    no: 'Hjelpelag ville blitt trykt: {measured}. Skjul eller slett lagene, og eksporter på nytt.',
    fr: 'Des repères seraient imprimés : {measured}. Masquez ou supprimez ces calques, puis réexportez.',
  },
};

/** A measured value with its unit, which keeps its order in an Arabic line. */
const said = (value: number | string | null, unit: string): string =>
  value === null ? '–' : isolate(typeof value === 'number' && unit !== '' ? `${value} ${unit}` : `${value}`);

/** What to do about a check that warns or fails; null where it passes. */
export const adviceOf = (check: PreflightCheck, locale: Locale): string | null =>
  check.verdict === 'pass'
    ? null
    : fillSentence(PREFLIGHT_ADVICE[check.ruleId][locale], {
        measured: said(check.measured, check.unit),
        limit: said(check.limit, check.unit),
      });
