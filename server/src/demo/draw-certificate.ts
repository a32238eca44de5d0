import { createPdf, mm, type Pdf, type TextBox } from '../platform/pdf/pdf-document';

/** A paper of the demo world, as an office might have issued it. Nobody's real form. */
export interface Certificate {
  readonly title: string;
  /** Who issued it, under the title. */
  readonly office: string;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly isCode?: true }[];
  readonly foot: string;
  readonly dir: 'rtl' | 'ltr';
}

const EDGE = mm(24);
const COLOURS = { ink: '#1d1a16', muted: '#6f675b', rule: '#d8d0c2', seal: '#1b7355' };
const ROW = mm(15);

/** One page A4. */
export async function drawCertificate(paper: Certificate, now: Date): Promise<Buffer> {
  const pdf = createPdf({ size: 'A4', now, lang: paper.dir === 'rtl' ? 'ar' : 'en' });
  const width = pdf.width - 2 * EDGE;
  const box = (y: number, size: number): TextBox => ({ x: EDGE, y, width, size, dir: paper.dir });
  pdf.rect(
    { x: mm(12), y: mm(12), width: pdf.width - mm(24), height: pdf.height - mm(24) },
    { stroke: COLOURS.rule, strokeWidth: 1.5, radius: 6 },
  );
  drawSeal(pdf, paper.dir === 'rtl' ? EDGE : pdf.width - EDGE - mm(22));
  pdf.text(paper.title, { ...box(EDGE + mm(2), 22), weight: 'bold', colour: COLOURS.ink });
  pdf.text(paper.office, { ...box(EDGE + mm(15), 11), colour: COLOURS.muted });
  let y = EDGE + mm(40);
  for (const row of paper.rows) {
    pdf.text(row.label, { ...box(y, 11), colour: COLOURS.muted });
    pdf.text(row.value, {
      ...box(y, 14),
      dir: row.isCode ? 'ltr' : paper.dir,
      align: row.isCode && paper.dir === 'rtl' ? 'start' : 'end',
      weight: 'bold',
      colour: COLOURS.ink,
    });
    pdf.line(
      { x: EDGE, y: y + mm(10) },
      { x: EDGE + width, y: y + mm(10) },
      { colour: COLOURS.rule, width: 0.6 },
    );
    y += ROW;
  }
  pdf.text(paper.foot, { ...box(pdf.height - EDGE - mm(8), 9), colour: COLOURS.muted });
  return pdf.end();
}

/** A ring with a lozenge, in place of an office's seal. */
function drawSeal(pdf: Pdf, x: number): void {
  const side = mm(22);
  pdf.rect(
    { x, y: EDGE, width: side, height: side },
    { stroke: COLOURS.seal, strokeWidth: 2, radius: side / 2 },
  );
  const inner = mm(12);
  const at = { x: x + (side - inner) / 2, y: EDGE + (side - inner) / 2 };
  pdf.rect(
    { ...at, width: inner, height: inner },
    { stroke: COLOURS.seal, strokeWidth: 1.2, radius: inner / 2 },
  );
}

/** A commercial registration as the Saudi register writes it. */
export const saudiRegistration = (given: {
  readonly number: string;
  readonly name: string;
  readonly city: string;
  readonly confirmedOn: string;
}): Certificate => ({
  title: 'شهادة السجل التجاري',
  office: 'سجل تجريبي لعرض البوابة',
  dir: 'rtl',
  rows: [
    { label: 'الرقم الوطني الموحد', value: given.number, isCode: true },
    { label: 'الاسم التجاري', value: given.name },
    { label: 'المدينة', value: given.city },
    { label: 'تاريخ التأكيد السنوي', value: given.confirmedOn, isCode: true },
  ],
  foot: 'مستند من العالم التجريبي، لا يصدر عن جهة رسمية.',
});

/** A VAT certificate. */
export const saudiVatCertificate = (given: {
  readonly number: string;
  readonly name: string;
}): Certificate => ({
  title: 'شهادة تسجيل ضريبة القيمة المضافة',
  office: 'سجل تجريبي لعرض البوابة',
  dir: 'rtl',
  rows: [
    { label: 'الرقم الضريبي', value: given.number, isCode: true },
    { label: 'اسم المكلف', value: given.name },
  ],
  foot: 'مستند من العالم التجريبي، لا يصدر عن جهة رسمية.',
});

/** A certificate of registration as the Norwegian register writes it. */
export const norwegianCertificate = (given: {
  readonly number: string;
  readonly name: string;
  readonly city: string;
  readonly issuedOn: string;
}): Certificate => ({
  title: 'Firmaattest',
  office: 'Prøveregister for demonstrasjon',
  dir: 'ltr',
  rows: [
    { label: 'Organisasjonsnummer', value: given.number, isCode: true },
    { label: 'Foretaksnavn', value: given.name },
    { label: 'Forretningssted', value: given.city },
    { label: 'Utstedt', value: given.issuedOn, isCode: true },
  ],
  foot: 'Dokument fra demonstrasjonen, ikke utstedt av noen myndighet.',
});
