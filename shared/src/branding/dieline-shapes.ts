import { type Outline, rectangle, roundedBox } from './dieline-geometry';
import { type Blank, type Flap, strip, upright, type ZonePlan } from './dieline-strip';
import type { Closure, Dimension, PackagingStyle } from './packaging-words';

/** What the form of a package depends on. */
export interface Form {
  readonly of: (dimension: Dimension) => number;
  readonly closure: Closure;
  readonly bleedMm: number;
}
const GLUE_MM = 15;
const SEAL_MM = 8;
const ZIP_MM = 30;

const half = (value: number): number => Math.round(value * 2) / 2;

/** One sheet without folds. */
const sheet = (key: 'wrap' | 'face', outline: Outline, plan: ZonePlan): Blank => ({
  panels: [{ key, outline, plan, seal: 0 }],
  cut: [outline],
  crease: [],
  guides: [],
});

/** Four walls and a glue flap; tuck ends on the front, or four closing flaps that meet in the middle. */
function carton({ of, closure }: Form): Blank {
  const [length, width, depth] = [of('length'), of('width'), of('height')];
  const dust: Flap = {
    key: 'dust',
    depth: half(Math.min(width * 0.8, length / 2 - 1)),
    start: 1,
    end: half(Math.min(6, width / 5)),
  };
  const tuck = half(Math.min(20, width * 0.6));
  const lid: readonly Flap[] = [
    { key: 'lid', depth: width, start: 0, end: 0, plan: 'mark' },
    { key: 'tuck', depth: tuck, start: 0.5, end: half(Math.min(5, length / 8)) },
  ];
  const closing: Flap = { key: 'closing', depth: half(width / 2), start: 1, end: 1 };
  const isTucked = closure !== 'adhesive';
  const onSide = isTucked ? [dust] : [closing];
  const onFront = isTucked ? lid : [closing];
  const onBack = isTucked ? [] : [closing];
  return strip({
    glue: GLUE_MM,
    depth,
    panels: [
      { key: 'back', breadth: length, plan: 'info', top: onBack, bottom: onBack },
      { key: 'side', breadth: width, plan: 'free', top: onSide, bottom: onSide },
      { key: 'front', breadth: length, plan: 'main', top: onFront, bottom: onFront },
      { key: 'side', breadth: width, plan: 'free', top: onSide, bottom: onSide },
    ],
  });
}

/** A tray whose side walls roll over, and a lid with ears that tucks into its front. */
function mailer({ of }: Form): Blank {
  const [length, width, height] = [of('length'), of('width'), of('height')];
  const walls: readonly Flap[] = [
    { key: 'wall', depth: height, start: 0, end: 0 },
    { key: 'roll', depth: height - 1, start: 1, end: 1 },
  ];
  const ears: readonly Flap[] = [
    { key: 'ear', depth: half(height * 0.8), start: 2, end: half(Math.min(12, width / 6)) },
  ];
  return upright(
    strip({
      depth: length,
      panels: [
        { key: 'tuck', breadth: height, plan: null },
        { key: 'lid', breadth: width, plan: 'main', top: ears, bottom: ears },
        { key: 'wall', breadth: height, plan: 'free' },
        { key: 'base', breadth: width, plan: 'info', top: walls, bottom: walls },
        { key: 'wall', breadth: height, plan: 'mark' },
      ],
    }),
  );
}

/** Front and back of one web with the gusset between them; sealed on both sides. */
function pouch({ of, closure }: Form): Blank {
  const [width, height, gusset] = [of('width'), of('height'), of('gusset')];
  const blank = upright(
    strip({
      depth: width,
      panels: [
        { key: 'front', breadth: height, plan: 'main', seal: SEAL_MM },
        { key: 'gusset', breadth: gusset / 2, plan: null },
        { key: 'gusset', breadth: gusset / 2, plan: null },
        { key: 'back', breadth: height, plan: 'info', seal: SEAL_MM },
      ],
    }),
  );
  const long = 2 * height + gusset;
  const zip = closure === 'zip' ? [ZIP_MM, long - ZIP_MM] : [];
  return {
    ...blank,
    guides: [
      ...[SEAL_MM, width - SEAL_MM].map((x) => ({ from: { x, y: 0 }, to: { x, y: long } })),
      ...[SEAL_MM, ...zip, long - SEAL_MM].map((y) => ({ from: { x: 0, y }, to: { x: width, y } })),
    ],
  };
}

/** Once around a round thing, and the overlap that is glued. */
function wrap({ of }: Form): Blank {
  const around = half(Math.PI * of('diameter'));
  const [overlap, height] = [of('overlap'), of('height')];
  const outline = rectangle({ x: 0, y: 0, width: around + overlap, height });
  return {
    ...sheet('wrap', outline, 'wrap'),
    guides: [{ from: { x: around, y: 0 }, to: { x: around, y: height } }],
  };
}

/** The label around the jar, and the round one on its lid below it. */
function jar(form: Form): Blank {
  const label = wrap(form);
  const radius = form.of('lid') / 2;
  const gap = 2 * form.bleedMm + 6;
  const outline: Outline = {
    kind: 'circle',
    centre: { x: radius, y: form.of('height') + gap + radius },
    radius,
  };
  return {
    ...label,
    panels: [...label.panels, { key: 'disc', outline, plan: 'mark', seal: 0 }],
    cut: [...label.cut, outline],
  };
}

/** A tube that slides over a box and stays open at both ends. */
const sleeve = ({ of }: Form): Blank =>
  strip({
    glue: GLUE_MM,
    depth: of('length'),
    panels: [
      { key: 'back', breadth: of('width'), plan: 'info' },
      { key: 'side', breadth: of('height'), plan: 'free' },
      { key: 'front', breadth: of('width'), plan: 'main' },
      { key: 'side', breadth: of('height'), plan: 'free' },
    ],
  });

const flat = ({ of }: Form): Blank =>
  sheet('face', rectangle({ x: 0, y: 0, width: of('width'), height: of('height') }), 'main');

/** A card, or one twice as wide with a fold in its middle. */
const card = (form: Form): Blank =>
  form.closure !== 'half-fold'
    ? flat(form)
    : strip({
        depth: form.of('height'),
        panels: [
          { key: 'back', breadth: form.of('width'), plan: 'info' },
          { key: 'front', breadth: form.of('width'), plan: 'main' },
        ],
      });

function sticker({ of }: Form): Blank {
  const box = { x: 0, y: 0, width: of('width'), height: of('height') };
  return sheet('face', roundedBox(box, Math.min(of('radius'), box.width / 2, box.height / 2)), 'main');
}

/** One repeat of the roll. */
const tape = ({ of }: Form): Blank =>
  sheet('face', rectangle({ x: 0, y: 0, width: of('repeat'), height: of('width') }), 'mark');

const tissue = ({ of }: Form): Blank =>
  sheet('face', rectangle({ x: 0, y: 0, width: of('width'), height: of('height') }), 'free');

/** The trader's own: what is inside stands in his file, so only the sheet is drawn. */
export const ownSheet = ({ of }: Form): Blank =>
  sheet('face', rectangle({ x: 0, y: 0, width: of('flatWidth'), height: of('flatHeight') }), 'free');

/** The form of each style of the catalogue. */
export const BLANKS: Readonly<Record<PackagingStyle, (form: Form) => Blank>> = {
  'folding-carton': carton,
  mailer,
  pouch,
  'bottle-label': wrap,
  'jar-label': jar,
  sleeve,
  tape,
  tissue,
  'insert-card': card,
  sticker,
};
