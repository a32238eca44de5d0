import { lengthUnits, scaleOf } from './svg-geometry';
import { SHAPES } from './svg-names';
import type { StyleRule } from './svg-values';

interface Look {
  readonly scale: number;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly fontSize: number;
}
const FIRST: Look = { scale: 1, stroke: 'none', strokeWidth: 1, fontSize: 16 };
const SEE_THROUGH = ['opacity', 'fill-opacity', 'stroke-opacity', 'stop-opacity'];

/** What of the drawing is measured as it streams by, in units of the drawing. */
export class SvgMeasures {
  thinnestLine: number | null = null;
  smallestText: number | null = null;
  isTransparent = false;
  hasText = false;
  readonly families = new Set<string>();
  private readonly looks: Look[] = [FIRST];
  private readonly rules = new Map<string, Map<string, string>>();

  addRules(rules: readonly StyleRule[]): void {
    for (const { selector, pairs } of rules) {
      for (const each of selector.split(',')) {
        const known = this.rules.get(each.trim()) ?? new Map<string, string>();
        for (const [name, value] of pairs) known.set(name, value);
        this.rules.set(each.trim(), known);
      }
    }
  }

  enter(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.looks.at(-1) ?? FIRST;
    const own = this.ownLook(name, attributes);
    const look: Look = {
      scale: outer.scale * scaleOf(attributes.get('transform')),
      stroke: own.get('stroke') ?? outer.stroke,
      strokeWidth: lengthUnits(own.get('stroke-width')) ?? outer.strokeWidth,
      fontSize: lengthUnits(own.get('font-size')) ?? outer.fontSize,
    };
    this.looks.push(look);
    this.isTransparent ||= SEE_THROUGH.some((each) => isBelowOne(own.get(each))) || name === 'mask';
    this.isTransparent ||= /(rgb|hsl)a\(/i.test(`${own.get('fill')} ${own.get('stroke')}`);
    this.isTransparent ||= (own.get('mix-blend-mode') ?? 'normal') !== 'normal';
    this.measureLine(name, look);
    this.measureFont(own);
  }

  leave(): void {
    this.looks.pop();
  }

  text(): void {
    const look = this.looks.at(-1) ?? FIRST;
    this.hasText = true;
    const size = look.fontSize * look.scale;
    this.smallestText = Math.min(this.smallestText ?? size, size);
  }

  private measureLine(name: string, look: Look): void {
    if (!SHAPES.has(name) || look.stroke === 'none' || look.stroke === 'transparent') return;
    const width = look.strokeWidth * look.scale;
    if (width > 0) this.thinnestLine = Math.min(this.thinnestLine ?? width, width);
  }

  private measureFont(own: ReadonlyMap<string, string>): void {
    const family = own.get('font-family');
    if (family !== undefined) this.families.add(family.split(',')[0]?.replace(/['"]/g, '').trim() ?? family);
  }

  /** Attributes, over them the rules of the sheet, over them the element's own style. */
  private ownLook(name: string, attributes: ReadonlyMap<string, string>): Map<string, string> {
    const classes = (attributes.get('class') ?? '').split(/\s+/).map((each) => `.${each}`);
    const selectors = [name, ...classes, `#${attributes.get('id') ?? ''}`];
    const style = (attributes.get('style') ?? '').split(';').map((pair) => pair.split(':'));
    return new Map([
      ...attributes,
      ...selectors.flatMap((each) => [...(this.rules.get(each) ?? [])]),
      ...style.map(([key = '', value = '']): [string, string] => [key.trim(), value.trim()]),
    ]);
  }
}

function isBelowOne(value: string | undefined): boolean {
  if (value === undefined) return false;
  const number = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  return Number.isFinite(number) && number < 1;
}
