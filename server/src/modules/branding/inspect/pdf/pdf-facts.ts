import type { AssetFacts, PageFacts, PictureFact } from '@qafila/shared/branding/asset-facts';
import type { CanvasMaker } from '../../../../platform/pdf/pdf-bands';
import { ContentReader } from './content-reader';
import { Findings } from './content-state';
import { InkRasterPainter } from './ink-painter';
import { apply, type Matrix } from './matrix';
import type { PdfFile } from './pdf-file';
import { type PdfPage, rectOf } from './pdf-pages';
import { readableText } from './pdf-values';

/** What the document says of itself. */
export function documentFacts(file: PdfFile): Pick<AssetFacts, 'pdfx' | 'outputIntent' | 'layers'> {
  const intent = file.dict(file.list(file.root.get('OutputIntents'))[0]);
  const named = ['OutputConditionIdentifier', 'OutputCondition', 'Info'].map((key) =>
    readableText(file.resolve(intent?.get(key))),
  );
  return {
    pdfx: readableText(file.resolve(file.info?.get('GTS_PDFXVersion'))),
    outputIntent: intent === null ? null : (named.find((name) => name !== null && name !== '') ?? 'unnamed'),
    layers: layersOf(file),
  };
}

function layersOf(file: PdfFile): AssetFacts['layers'] {
  const properties = file.dict(file.root.get('OCProperties'));
  const usual = file.dict(properties?.get('D'));
  const hidden = new Set(file.list(usual?.get('OFF')).map((each) => file.dict(each)));
  return file.list(properties?.get('OCGs')).map((each) => {
    const layer = file.dict(each);
    return { name: readableText(file.resolve(layer?.get('Name'))) ?? '', isShown: !hidden.has(layer) };
  });
}

export interface ReadPage {
  readonly page: PdfPage;
  readonly number: number;
  readonly make: CanvasMaker;
}

/** Reads the content of one page and says what was found, in millimetres and points of the page. */
export function pageFacts(file: PdfFile, { page, number, make }: ReadPage): PageFacts {
  const findings = new Findings();
  const painter = InkRasterPainter.of(page, make);
  const reader = new ContentReader({ file, findings, painter });
  // Operators may be parted between the streams of a page: they are one.
  const content = Buffer.concat(page.contents.flatMap((part) => [reader.unpack(part), Buffer.from('\n')]));
  const { userUnit } = page;
  const [x0, y0] = page.media;
  const ctm: Matrix = [userUnit, 0, 0, userUnit, -x0 * userUnit, -y0 * userUnit];
  reader.read(content, { resources: page.resources, ctm, depth: 0 });
  const media = rectOf(page, page.media);
  const rounded = (value: number | null): number | null =>
    value === null ? null : Math.round(value * 1000) / 1000;
  return {
    page: number,
    media,
    bleed: page.bleed === null ? null : rectOf(page, page.bleed),
    trim: page.trim === null ? null : rectOf(page, page.trim),
    pictures: findings.pictures.map(({ corners, ...rest }) => ({ ...rest, at: placeOf(corners, page) })),
    colours: [...findings.colours].sort(),
    spots: [...findings.spots].sort(),
    fonts: [...findings.fonts].map(([name, isEmbedded]) => ({ name, isEmbedded })),
    hasLiveText: findings.hasLiveText,
    smallestTextPt: rounded(findings.smallestText),
    thinnestLinePt: rounded(findings.thinnestLine),
    isTransparent: findings.isTransparent,
    ink: painter.most(media),
  };
}

/** The unit square of a picture, as a rectangle of the page. */
function placeOf(corners: Matrix, page: PdfPage): PictureFact['at'] {
  const points = [apply(corners, 0, 0), apply(corners, 1, 0), apply(corners, 0, 1), apply(corners, 1, 1)];
  const [x0, y0] = page.media;
  const xs = points.map(([x]) => x / page.userUnit + x0);
  const ys = points.map(([, y]) => y / page.userUnit + y0);
  return rectOf(page, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
}
