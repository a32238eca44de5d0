import type { SimClock } from './sim-clock';

/** A hook as it goes over the wire. */
export interface WireHook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
/** Writes a hook at the moment it is sent: signatures carry the time of sending. */
export type WriteHook = () => WireHook;
/** `hold` and `reorder` wait until they are told to deliver; `tamper` changes a digit on the way. */
export const HOOK_MODES = ['deliver', 'hold', 'drop', 'duplicate', 'reorder', 'tamper'] as const;
export type HookMode = (typeof HOOK_MODES)[number];
const WAITS: readonly HookMode[] = ['hold', 'reorder'];

interface Waiting {
  readonly write: WriteHook;
  readonly about: string;
  tries: number;
  dueAt: number;
}
/** What became of a hook. */
export interface HookNote {
  readonly about: string;
  readonly end: 'delivered' | 'dropped' | 'given_up';
  readonly tries: number;
}

/** Sends the hooks of one simulator, and every misfortune a hook can have on its way. */
export class HookLine {
  private mode: HookMode = 'deliver';
  private waiting: Waiting[] = [];
  private readonly notes: HookNote[] = [];
  private running: Promise<void> = Promise.resolve();

  /**
   * @param retriesAfterMs waits before each further try; when they are used up, the hook is given up
   * @param send delivers one hook; false when it was not taken
   */
  constructor(
    private readonly clock: SimClock,
    private readonly retriesAfterMs: readonly number[],
    private readonly send: (hook: WireHook) => Promise<boolean>,
  ) {}

  setMode(mode: HookMode): void {
    this.mode = mode;
  }

  /** @param about what it tells, for the control page */
  push(about: string, write: WriteHook): void {
    if (this.mode === 'drop') {
      this.notes.push({ about, end: 'dropped', tries: 0 });
      return;
    }
    const made = (): Waiting => ({ write, about, tries: 0, dueAt: this.clock.now().getTime() });
    this.waiting.push(made());
    if (this.mode === 'duplicate') this.waiting.push(made());
    if (!WAITS.includes(this.mode)) void this.deliver();
  }

  /** Sends what is due; in `reorder` the last one first. */
  deliver(): Promise<void> {
    this.running = this.running.then(() => this.deliverDue());
    return this.running;
  }

  /** Takes everything that waits off the line, written but not sent. */
  take(): WireHook[] {
    return this.waiting.splice(0).map(({ write }) => write());
  }

  /** Sends what is due by the clock, unless the line is held. */
  async tick(): Promise<void> {
    if (!WAITS.includes(this.mode)) await this.deliver();
  }

  state(): unknown {
    const waiting = this.waiting.map(({ about, tries }) => ({ about, tries }));
    return { mode: this.mode, waiting, ended: this.notes };
  }

  private async deliverDue(): Promise<void> {
    const now = this.clock.now().getTime();
    const due = this.waiting.filter(({ dueAt }) => dueAt <= now);
    for (const hook of this.mode === 'reorder' ? due.toReversed() : due) await this.tryOnce(hook);
  }

  private async tryOnce(hook: Waiting): Promise<void> {
    if (!this.waiting.includes(hook)) return;
    const isTaken = await this.send(this.mode === 'tamper' ? tampered(hook.write()) : hook.write());
    const wait = this.retriesAfterMs[hook.tries];
    hook.tries += 1;
    if (!isTaken && wait !== undefined) {
      hook.dueAt = this.clock.now().getTime() + wait;
      return;
    }
    this.waiting = this.waiting.filter((each) => each !== hook);
    this.notes.push({ about: hook.about, end: isTaken ? 'delivered' : 'given_up', tries: hook.tries });
  }
}

const tampered = (hook: WireHook): WireHook => ({
  ...hook,
  body: hook.body.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
});
