import type { Fault, FaultPlace } from '../../../../simulators/kernel/fault-line';
import type { HookMode, WireHook } from '../../../../simulators/kernel/hook-line';
import type { Hook } from '../../domain/gateways/gateway';

/** The control interface of one simulator, as the demo and the journeys use it too. */
export class SimControl {
  constructor(
    private readonly origin: string,
    private readonly name: string,
  ) {}

  /** What the next payment will meet. */
  next = (outcome: string): Promise<unknown> => this.post(`${this.name}/next`, { outcome });
  twist = (ref: string, twist: string): Promise<unknown> => this.post(`${this.name}/twist`, { ref, twist });
  fault = (
    fault: Fault,
    given: { readonly times?: number; readonly on?: FaultPlace } = {},
  ): Promise<unknown> => this.post(`${this.name}/faults`, { fault, ...given });
  hookMode = (mode: HookMode): Promise<unknown> => this.post(`${this.name}/hooks`, { mode });
  deliver = (): Promise<unknown> => this.post(`${this.name}/hooks/deliver`, {});
  advance = (advanceMs: number): Promise<unknown> => this.post('clock', { advanceMs });

  /** Takes the held hooks as they would arrive now. */
  async takeHooks(): Promise<Hook[]> {
    const { hooks } = (await this.post(`${this.name}/hooks/take`, {})) as { readonly hooks: WireHook[] };
    return hooks.map((hook) => ({
      raw: Buffer.from(hook.body),
      headers: Object.fromEntries(
        Object.entries(hook.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      query: Object.fromEntries(new URL(hook.url).searchParams),
    }));
  }

  /** Everything the simulators hold. */
  async state(): Promise<Readonly<Record<string, { readonly holds: unknown; readonly hooks: unknown }>>> {
    const answer = await fetch(`${this.origin}/__sim`);
    return (await answer.json()) as Awaited<ReturnType<SimControl['state']>>;
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.origin}/__sim/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
