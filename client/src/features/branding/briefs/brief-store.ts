import type { BriefFields, BriefView } from '@qafila/shared/branding/brief-views';
import { readBrief, saveBrief } from '@qafila/shared/branding/briefs.contract';
import { call, isProblem } from '../../../lib/call';
import { type BriefField, changedSince, fieldsOf, typedOver } from './brief-fields';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';
/** Everything the form shows. Immutable; each change makes a new one. */
export interface BriefDraft {
  /** As the server answered last. */
  readonly brief: BriefView;
  /** As typed. */
  readonly fields: BriefFields;
  /** Fields the server does not have yet. */
  readonly changed: ReadonlySet<BriefField>;
  readonly save: SaveState;
  readonly problem: unknown;
}

const QUIET_MS = 700;
const AGAIN_MS = 5000;
const NONE: ReadonlySet<BriefField> = new Set();

/**
 * A brief that saves itself: what is typed is gathered for a moment and sent with the version it was typed on.
 * Nothing is lost when the server is not reached or a colleague saved first.
 */
export class BriefStore {
  private state: BriefDraft;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;

  constructor(brief: BriefView) {
    this.state = { brief, fields: fieldsOf(brief), changed: NONE, save: 'saved', problem: null };
  }

  readonly read = (): BriefDraft => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly change = (part: Partial<BriefFields>): void => {
    const changed = new Set([...this.state.changed, ...(Object.keys(part) as BriefField[])]);
    const isBlocked = this.state.save === 'conflict';
    const save = isBlocked ? 'conflict' : 'waiting';
    this.show({ fields: { ...this.state.fields, ...part }, changed, save });
    if (!isBlocked) this.wake(QUIET_MS);
  };

  readonly isClean = (): boolean => this.state.changed.size === 0;

  /** Sends what waits now. Resolves true when the server has everything. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    await this.running;
    return this.isClean();
  };

  /** After a conflict: takes the brief as it stands and puts what was typed here on top of it. */
  readonly reapply = async (): Promise<void> => {
    const brief = await call(readBrief, { params: { id: this.state.brief.id } });
    const fields = typedOver(fieldsOf(brief), this.state.fields, this.state.changed);
    this.show({ brief, fields, save: 'waiting', problem: null });
    await this.flush();
  };

  /** After a conflict: lets go what was typed here. */
  readonly takeTheirs = async (): Promise<void> => {
    const brief = await call(readBrief, { params: { id: this.state.brief.id } });
    this.show({ brief, fields: fieldsOf(brief), changed: NONE, save: 'saved', problem: null });
  };

  /** The brief as the server has it now, when nothing waits: states of files move by themselves. */
  readonly look = (brief: BriefView): void => {
    if (this.isClean() && this.state.save === 'saved' && brief.version === this.state.brief.version)
      this.show({ brief });
  };

  readonly stop = (): void => clearTimeout(this.timer);

  private wake(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async run(): Promise<void> {
    while (this.state.changed.size > 0 && this.state.save !== 'conflict') {
      const { brief, fields } = this.state;
      this.show({ save: 'saving' });
      try {
        const given = { params: { id: brief.id }, ifMatch: brief.version, body: fields };
        const saved = await call(saveBrief, given);
        const changed = changedSince(fields, this.state.fields, this.state.changed);
        this.show({ brief: saved, changed, problem: null });
      } catch (problem) {
        this.fail(problem);
        return;
      }
    }
    if (this.state.save === 'saving') this.show({ save: 'saved' });
  }

  private fail(problem: unknown): void {
    if (isProblem(problem, 'STALE_RECORD')) this.show({ problem, save: 'conflict' });
    else if (isProblem(problem) && (problem.code === 'OFFLINE' || problem.status >= 500)) {
      this.show({ problem, save: 'offline' });
      this.wake(AGAIN_MS);
    } else this.show({ problem, save: 'refused' });
  }

  private show(part: Partial<BriefDraft>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
