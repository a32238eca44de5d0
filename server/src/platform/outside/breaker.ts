import type { Clock } from '../clock/clock';

const FAILURES = 5;
const PAUSE_MS = 30_000;

/**
 * Stops calling who does not answer: after five failures in a row nothing is sent for half a minute, then one call
 * is let through, and its end decides.
 */
export class Breaker {
  private failures = 0;
  private openUntil = 0;

  constructor(private readonly clock: Clock) {}

  /** True while calls are refused without being sent. */
  get isOpen(): boolean {
    return this.clock.now().getTime() < this.openUntil;
  }

  succeeded(): void {
    this.failures = 0;
    this.openUntil = 0;
  }

  failed(): void {
    this.failures += 1;
    if (this.failures >= FAILURES) this.openUntil = this.clock.now().getTime() + PAUSE_MS;
  }
}
