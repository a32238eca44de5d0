import { drawLogo, type LogoSpec } from './draw-logo';
import { starLine, starRow } from './ornament';
import { box, stroke } from './svg';

/** A printed label of 114 × 64 mm with 3 mm bleed, as the design team draws it. Numbers are eighths of a millimetre. */
export interface LabelSpec {
  readonly logo: LogoSpec;
  /** Ground of the paper. */
  readonly paper: string;
  /** How large the mark stands, as a share of the height. */
  readonly markShare: number;
}
const WIDTH = 960;
const HEIGHT = 560;

/** The label as SVG of its own, words left out: they are set by the trader's fonts. */
export function drawLabel({ logo, paper, markShare }: LabelSpec): string {
  const size = HEIGHT * markShare;
  const mark = Buffer.from(drawLogo(logo), 'utf8').toString('base64');
  const stars = starRow(17, (index) => [60 + index * 52.5, 500, 9], logo.accent);
  const upper = starRow(17, (index) => [60 + index * 52.5, 60, 9], logo.accent);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    box([0, 0, WIDTH, HEIGHT], paper),
    upper,
    stars,
    stroke('M60 92H900M60 468H900', logo.ink, 2),
    starLine([WIDTH - 190, HEIGHT / 2, 118], logo.accent, 4),
    starLine([WIDTH - 190, HEIGHT / 2, 78], logo.ink, 3),
    stroke('M420 210H620M420 250H600M420 290H620M420 330H560', logo.ink, 6),
    `<image href="data:image/svg+xml;base64,${mark}" x="${210 - size / 2}" y="${(HEIGHT - size) / 2}" width="${size}" height="${size}"/>`,
    '</svg>',
  ].join('');
}
