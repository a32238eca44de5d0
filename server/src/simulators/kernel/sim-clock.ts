import { MovableClock } from '../../platform/clock/clock';

/** The simulators' own time: the machine's or one that stands still, moved forward by hand. */
export class SimClock {
  private readonly wall = new MovableClock();
  private movedMs = 0;

  /** @param standsAt where time stands still until it is moved; without it, it runs */
  constructor(private readonly standsAt?: Date) {}

  now(): Date {
    const base = this.standsAt ?? this.wall.now();
    return new Date(base.getTime() + this.movedMs);
  }

  /** Whole seconds since 1970, as interfaces write time. */
  seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  /** Goes on from another time: the demo's. */
  moveTo(time: Date): void {
    this.movedMs += time.getTime() - this.now().getTime();
  }

  advance(milliseconds: number): void {
    this.movedMs += milliseconds;
  }
}
