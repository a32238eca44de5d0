import type { Words } from '../kernel/locale';
import type {
  Closure,
  Dimension,
  Finish,
  InkKind,
  Material,
  PackagingStyle,
  Process,
} from './packaging-words';

/** A measure of a style in millimetres: from, to, in which steps, and what one begins with. */
export interface Measure {
  readonly of: Dimension;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly usual: number;
}
export interface MaterialRange {
  readonly of: Material;
  readonly gsm: { readonly from: number; readonly to: number; readonly usual: number };
}
/** One style of packaging: what can be chosen, and what it asks. */
export interface CatalogueStyle {
  readonly style: PackagingStyle;
  /** Number of the form in the box makers' code, where it has one. */
  readonly code: string;
  readonly name: Words;
  readonly blurb: Words;
  readonly measures: readonly Measure[];
  readonly materials: readonly MaterialRange[];
  readonly closures: readonly Closure[];
  readonly finishes: readonly Finish[];
  readonly processes: readonly Process[];
  readonly inks: readonly InkKind[];
  readonly mostSpots: number;
  readonly sides: 1 | 2;
  /** What production needs at least. */
  readonly bleedMm: number;
  readonly safeMm: number;
  readonly minimumPieces: number;
  readonly leadDays: number;
}

/** A measure, from the values in the order of a table's columns. */
export const measure = (
  of: Dimension,
  [from, to, usual]: readonly [number, number, number],
  step = 1,
): Measure => ({
  of,
  from,
  to,
  usual,
  step,
});
export const material = (
  of: Material,
  [from, to, usual]: readonly [number, number, number],
): MaterialRange => ({ of, gsm: { from, to, usual } });
