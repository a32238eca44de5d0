import type { Pdf } from '../../../platform/pdf/pdf-document';
import type { Palette } from '../domain/brand-palette';
import type { BrandView } from '../domain/recipient-view';

interface Mark {
  readonly pdf: Pdf;
  readonly brand: BrandView;
  readonly palette: Palette;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the large name, in points. */
  readonly size: number;
  readonly align: 'start' | 'centre' | 'end';
  readonly dir: 'rtl' | 'ltr';
  /** Names in capitals spread wide under the Arabic name. */
  readonly colour?: string;
}

/** The trader's logo, or his names written large. Answers the height it took. */
export function drawBrandMark(mark: Mark): number {
  const { pdf, brand, x, y, width, size } = mark;
  if (brand.logoPng) {
    const height = size * 2;
    pdf.image(brand.logoPng, { x, y, width, height });
    return height;
  }
  const base = { x, width, dir: mark.dir, align: mark.align, colour: mark.colour ?? mark.palette.accentText };
  if (!brand.nameArabic) {
    return pdf.text(brand.nameLatin, { ...base, y, size: size * 0.82, weight: 'bold', leading: 1.3 });
  }
  const name = pdf.text(brand.nameArabic, { ...base, y, size, leading: 1.3 });
  // Latin capitals spread out under the Arabic, as on the tracking page.
  const latin = { ...base, size: size * 0.34, tracking: size * 0.11, leading: 1.5 };
  return name + pdf.text(brand.nameLatin.toUpperCase(), { ...latin, y: y + name });
}
