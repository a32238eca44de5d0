import type { PaintMode, Run } from './content-run';
import { IDENTITY, matrixOf, times } from './matrix';
import { isDict, nameOf, numberOf, PdfStream } from './pdf-values';

type Operator = (run: Run, numbers: readonly number[]) => void;

const mode = (isFilled: boolean, isStroked: boolean, isEvenOdd: boolean): PaintMode => ({
  isFilled,
  isStroked,
  isEvenOdd,
});
const painting =
  (how: PaintMode, isClosed = false): Operator =>
  (run) => {
    if (isClosed) run.path.push(['Z']);
    run.paint(how);
  };

const rectangle: Operator = (run, [x = 0, y = 0, w = 0, h = 0]) => {
  run.add('M', x, y);
  run.add('L', x + w, y);
  run.add('L', x + w, y + h);
  run.add('L', x, y + h);
  run.path.push(['Z']);
  run.point = [x, y];
};

const PATHS: Readonly<Record<string, Operator>> = {
  m: (run, [x = 0, y = 0]) => run.add('M', x, y),
  l: (run, [x = 0, y = 0]) => run.add('L', x, y),
  c: (run, numbers) => run.curve(numbers),
  v: (run, numbers) => run.curve([...run.point, ...numbers.slice(0, 4)]),
  y: (run, [a = 0, b = 0, c = 0, d = 0]) => run.curve([a, b, c, d, c, d]),
  h: (run) => run.path.push(['Z']),
  re: rectangle,
  f: painting(mode(true, false, false)),
  F: painting(mode(true, false, false)),
  'f*': painting(mode(true, false, true)),
  S: painting(mode(false, true, false)),
  s: painting(mode(false, true, false), true),
  B: painting(mode(true, true, false)),
  'B*': painting(mode(true, true, true)),
  b: painting(mode(true, true, false), true),
  'b*': painting(mode(true, true, true), true),
  n: painting(mode(false, false, false)),
  W: (run) => {
    run.pendingClip = 'W';
  },
  'W*': (run) => {
    run.pendingClip = 'W*';
  },
};

const COLOURS: Readonly<Record<string, Operator>> = {
  g: (run) => run.setDevice('fill', 'DeviceGray'),
  G: (run) => run.setDevice('stroke', 'DeviceGray'),
  rg: (run) => run.setDevice('fill', 'DeviceRGB'),
  RG: (run) => run.setDevice('stroke', 'DeviceRGB'),
  k: (run) => run.setDevice('fill', 'DeviceCMYK'),
  K: (run) => run.setDevice('stroke', 'DeviceCMYK'),
  cs: (run) => run.setSpace('fill'),
  CS: (run) => run.setSpace('stroke'),
  sc: (run) => run.setColour('fill'),
  scn: (run) => run.setColour('fill'),
  SC: (run) => run.setColour('stroke'),
  SCN: (run) => run.setColour('stroke'),
};

const nextLine = (run: Run, x: number, y: number): void => {
  run.lineMatrix = times([1, 0, 0, 1, x, y], run.lineMatrix);
  run.textMatrix = run.lineMatrix;
};

const TEXTS: Readonly<Record<string, Operator>> = {
  BT: (run) => {
    run.textMatrix = IDENTITY;
    run.lineMatrix = IDENTITY;
  },
  Tf: (run) => run.setFont(),
  Tr: (run, [kind = 0]) => {
    run.look.textMode = kind;
  },
  Tm: (run, numbers) => {
    run.lineMatrix = matrixOf(numbers);
    run.textMatrix = run.lineMatrix;
  },
  Td: (run, [x = 0, y = 0]) => nextLine(run, x, y),
  TD: (run, [x = 0, y = 0]) => nextLine(run, x, y),
  Tj: (run) => run.showText(),
  TJ: (run) => run.showText(),
  "'": (run) => run.showText(),
  '"': (run) => run.showText(),
};

const STATES: Readonly<Record<string, Operator>> = {
  q: (run) => run.save(),
  Q: (run) => run.restore(),
  cm: (run, numbers) => {
    run.look.ctm = times(matrixOf(numbers), run.look.ctm);
  },
  w: (run, [width = 0]) => {
    run.look.lineWidth = width;
  },
  gs: (run) => setExtended(run),
  sh: (run) => {
    const shading = run.resource('Shading', run.nameArgument() ?? '');
    const dict = shading instanceof PdfStream ? shading.dict : isDict(shading) ? shading : null;
    if (dict !== null) run.useSpace(dict.get('ColorSpace'));
  },
};

/** Opacity, blending and masks; line widths and fonts may stand there too. */
function setExtended(run: Run): void {
  const dict = run.resource('ExtGState', run.nameArgument() ?? '');
  if (!isDict(dict)) return;
  const { file } = run.bench;
  const width = file.number(dict.get('LW'));
  if (width !== null) run.look.lineWidth = width;
  const opacities = ['ca', 'CA'].flatMap((key) => numberOf(file.resolve(dict.get(key))) ?? []);
  const blend = file.resolve(dict.get('BM'));
  const blends = (Array.isArray(blend) ? blend : [blend]).flatMap((each) => nameOf(file.resolve(each)) ?? []);
  const mask = file.resolve(dict.get('SMask'));
  const isSet = opacities.length > 0 || blends.length > 0 || mask !== undefined;
  if (!isSet) return;
  run.look.isSeenThrough =
    opacities.some((each) => each < 1) ||
    blends.some((each) => each !== 'Normal' && each !== 'Compatible') ||
    isDict(mask);
}

/** What each operator does; the others draw nothing that is measured. */
export const OPERATORS: Readonly<Record<string, Operator>> = { ...PATHS, ...COLOURS, ...TEXTS, ...STATES };
