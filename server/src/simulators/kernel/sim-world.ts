import { json, type SimAnswer, type SimRequest } from './exchange';
import { type Fault, FaultLine } from './fault-line';
import type { SimClock } from './sim-clock';
import type { Simulator } from './simulator';

/** How a call ends: with an answer, or with a connection that breaks or says nothing. */
export type Ending =
  | { readonly kind: 'answer'; readonly answer: SimAnswer }
  | { readonly kind: 'hang_up' | 'stall' | 'kill' };

const answered = (answer: SimAnswer): Ending => ({ kind: 'answer', answer });
const BROKEN: SimAnswer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id": "' };

/** All simulators together, on one clock. */
export class SimWorld {
  readonly faults = new FaultLine();

  constructor(
    readonly clock: SimClock,
    readonly simulators: readonly Simulator[],
    /** Begins of paths that people's browsers open; faults are for interfaces only. */
    private readonly pages: readonly string[],
  ) {}

  find(name: string): Simulator | undefined {
    return this.simulators.find((each) => each.name === name);
  }

  /** Does what is due by the clock. */
  async tick(): Promise<void> {
    for (const simulator of this.simulators) simulator.tick();
    for (const simulator of this.simulators) await simulator.hooks.tick();
  }

  /** Answers one call, with the fault that waits for it. */
  handle(request: SimRequest): Ending {
    for (const simulator of this.simulators) simulator.tick();
    const owner = this.ownerOf(request);
    if (!owner) return answered(json(404, { error: 'no such path' }));
    const on = request.method === 'GET' ? 'reads' : 'changes';
    const fault = this.isPage(request.path) ? undefined : this.faults.next(owner.name, on);
    return before(fault) ?? after(fault, owner.answer(request) ?? json(404, { error: 'no such path' }));
  }

  private ownerOf(request: SimRequest): Simulator | undefined {
    return this.simulators.find((each) => each.owns(request.path));
  }

  private isPage(path: string): boolean {
    return this.pages.some((begin) => path.startsWith(begin));
  }
}

/** Faults of a gateway that did nothing. */
function before(fault: Fault | undefined): Ending | null {
  if (fault === 'status_401') return answered(json(401, { error: 'not_authorized' }));
  if (fault === 'status_403') return answered(json(403, { error: 'forbidden' }));
  if (fault === 'status_429') return answered(json(429, { error: 'slow down' }, { 'retry-after': '0' }));
  if (fault === 'status_500') return answered(json(500, { error: 'internal' }));
  if (fault === 'hang_up_before') return { kind: 'hang_up' };
  return null;
}

/** Faults of a gateway that did what it was asked. */
function after(fault: Fault | undefined, answer: SimAnswer): Ending {
  if (fault === 'malformed') return answered(BROKEN);
  if (fault === 'status_500_after') return answered(json(500, { error: 'internal' }));
  if (fault === 'hang_up_after') return { kind: 'hang_up' };
  if (fault === 'stall_after') return { kind: 'stall' };
  if (fault === 'kill') return { kind: 'kill' };
  return answered(answer);
}
