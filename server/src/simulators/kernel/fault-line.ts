/**
 * What goes wrong with a call: answered with a fault before anything is done, or done and then not answered.
 * `kill` ends the whole listener after the call was done.
 */
export const FAULTS = [
  'status_401',
  'status_403',
  'status_429',
  'status_500',
  'malformed',
  'hang_up_before',
  'hang_up_after',
  'stall_after',
  'status_500_after',
  'kill',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Which calls a fault waits for: those that change something, or those that read. */
export const FAULT_PLACES = ['changes', 'reads'] as const;
export type FaultPlace = (typeof FAULT_PLACES)[number];

/** The faults that wait for the next calls of one simulator's interface. */
export class FaultLine {
  private readonly waiting = new Map<string, Fault[]>();

  /** Lets the next `times` calls of this kind meet a fault. */
  plan(simulator: string, fault: Fault, given: { readonly times: number; readonly on: FaultPlace }): void {
    const place = `${simulator} ${given.on}`;
    const list = this.waiting.get(place) ?? [];
    this.waiting.set(place, [...list, ...Array.from({ length: given.times }, () => fault)]);
  }

  next(simulator: string, on: FaultPlace): Fault | undefined {
    return this.waiting.get(`${simulator} ${on}`)?.shift();
  }
}
