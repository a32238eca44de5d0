import type { HookLine } from './hook-line';
import type { SimClock } from './sim-clock';
import type { SimIds } from './sim-ids';

/** What every simulator is given. */
export interface SimParts {
  readonly clock: SimClock;
  readonly ids: SimIds;
  readonly hooks: HookLine;
  /** Where this process is reached, for addresses of pages. */
  readonly origin: () => string;
}
