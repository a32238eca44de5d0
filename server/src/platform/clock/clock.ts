/** Business time. Injected everywhere and passed into SQL, so that tests and the demo own it. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's clock, moved by an offset in demo and test mode only. */
export class MovableClock extends Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Sets the offset in milliseconds; production never calls it. */
  moveTo(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}
