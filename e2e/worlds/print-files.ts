/** A file as a person chooses it. */
export interface PrintFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
/** Millimetres of the trimmed page. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const POINTS_PER_MM = 72 / 25.4;
const BLEED_MM = 3;
const points = (mm: number): string => (mm * POINTS_PER_MM).toFixed(3);

/** A PDF of one page whose trim box has this size; its content is drawn in millimetres from the trim's corner. */
function aPage({ width, height }: Size, bleed: number, content: string): Buffer {
  const far = (mm: number): string => points(mm + 2 * bleed);
  const sheet = `[0 0 ${far(width)} ${far(height)}]`;
  const trim = `[${points(bleed)} ${points(bleed)} ${points(width + bleed)} ${points(height + bleed)}]`;
  const scale = POINTS_PER_MM.toFixed(6);
  const drawn = `${scale} 0 0 ${scale} ${points(bleed)} ${points(bleed)} cm\n${content}`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>/MediaBox${sheet}/BleedBox${sheet}/TrimBox${trim}>>`,
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
  ];
  let text = '%PDF-1.6\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}${table}${trailer}`);
}

const pdf = (name: string, buffer: Buffer): PrintFile => ({ name, mimeType: 'application/pdf', buffer });

/** The outline of a label as a trader’s printer would send it: the cut all round, a fold near either end. */
export function aDieline(name: string, { width, height }: Size): PrintFile {
  const cut = `0 1 1 0 K 0.3 w 0 0 ${width} ${height} re S`;
  const folds = [10, width - 10].map((x) => `${x} 0 m ${x} ${height} l S`).join(' ');
  return pdf(name, aPage({ width, height }, BLEED_MM, `${cut}\n1 0 0 0 K [2 1] 0 d ${folds}`));
}

/** How one version of the label looks. */
export interface LabelLook {
  /** Four inks of the paper tone, each from 0 to 1. */
  readonly paper: string;
  /** Millimetres from the middle of the lozenge to its corners. */
  readonly mark: number;
}

/** Print-ready artwork in process colours: a paper tone with its bleed, a frame, and a lozenge with a drop in it. */
export function aLabel(name: string, { width, height }: Size, { paper, mark }: LabelLook): PrintFile {
  const [x, y] = [width / 2, height / 2];
  const lozenge = (arm: number): string =>
    `${x} ${y + arm} m ${x + arm} ${y} l ${x} ${y - arm} l ${x - arm} ${y} l h`;
  const ground = `${-BLEED_MM} ${-BLEED_MM} ${width + 2 * BLEED_MM} ${height + 2 * BLEED_MM} re f`;
  const frame = `0.6 w 4 4 ${width - 8} ${height - 8} re S`;
  const bars = [18, width - 46].map((left) =>
    [0, 6, 12].map((down) => `${left} ${y + 5 - down} ${28 - down} 1.6 re f`).join(' '),
  );
  return pdf(
    name,
    aPage(
      { width, height },
      BLEED_MM,
      [
        `${paper} k ${ground}`,
        `0.2 0.35 0.9 0.1 K ${frame}`,
        `0.75 0.4 0.8 0.3 k ${lozenge(mark)} f ${bars.join(' ')}`,
        `${paper} k ${lozenge(mark * 0.6)} f`,
        `0.2 0.35 0.9 0.1 k ${lozenge(mark * 0.3)} f`,
      ].join('\n'),
    ),
  );
}

/** A mark of outlines only, as it stands on paper and screen. */
export const aLogo = (name: string): PrintFile => ({
  name,
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="24mm" viewBox="0 0 60 24">
  <path d="M12 2 22 12 12 22 2 12z" fill="#2f4a3a"/><path d="M12 7 17 12 12 17 7 12z" fill="#fff"/>
  <path d="M12 9.5 14.5 12 12 14.5 9.5 12z" fill="#b08d3e"/>
  <path d="M28 7h26v2.4H28zM28 14.6h18V17H28z" fill="#2f4a3a"/></svg>`,
  ),
});
