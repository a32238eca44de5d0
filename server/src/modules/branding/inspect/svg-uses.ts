import { Refusal } from './refusal';

interface Part {
  /** Elements in it, itself included. */
  size: number;
  /** What is drawn again wherever this part is drawn. */
  readonly repeats: string[];
  readonly names: string[];
}
const MOST_DRAWN = 100_000;
const MOST_USE_DEPTH = 8;

/**
 * Who draws whom again. Ten uses of ten uses of ten are a small file and a large picture: the drawing is counted
 * as it will be drawn, and a circle is refused.
 */
export class SvgUses {
  private readonly byId = new Map<string, Part>();
  private readonly whole: Part = { size: 0, repeats: [], names: [] };
  private readonly open: Part[] = [this.whole];
  private readonly drawn = new Map<string, number>();

  enter(id: string | undefined, named: readonly string[]): void {
    const part: Part = { size: 0, repeats: [], names: [] };
    this.open.push(part);
    for (const each of this.open) each.size += 1;
    if (id !== undefined && !this.byId.has(id)) this.byId.set(id, part);
    for (const target of named) this.point(target, false);
  }

  leave(): void {
    this.open.pop();
  }

  /** The innermost open element points at `id`; `isCopy` where it draws all of it again. */
  point(id: string, isCopy: boolean): void {
    for (const each of this.open) (isCopy ? each.repeats : each.names).push(id);
  }

  /** Throws when it draws itself, or more than a drawing needs. */
  check(): void {
    if (this.count(this.whole, []) > MOST_DRAWN) throw new Refusal('svg_too_deep');
  }

  private count(part: Part, path: readonly string[]): number {
    let total = part.size;
    for (const id of [...part.repeats, ...part.names]) {
      total += this.countOf(id, path);
      if (total > MOST_DRAWN) throw new Refusal('svg_too_deep');
    }
    return total;
  }

  private countOf(id: string, path: readonly string[]): number {
    if (path.includes(id) || path.length > MOST_USE_DEPTH) throw new Refusal('svg_too_deep');
    const known = this.drawn.get(id);
    if (known !== undefined) return known;
    const part = this.byId.get(id);
    const drawn = part === undefined ? 0 : this.count(part, [...path, id]);
    this.drawn.set(id, drawn);
    return drawn;
  }
}
