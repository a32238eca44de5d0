import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Log } from '../log/log';
import { OutsideLine } from '../outside/outside-line';
import { Clock } from './clock';

/** Keeps the simulators in the demo's time: hooks signed in another one would be refused. */
@Injectable()
export class SimulatorsClock {
  private readonly line: OutsideLine | null;

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    const port = config.values.GATEWAY_SIMULATORS_PORT;
    const party = {
      name: 'simulators',
      origin: `http://127.0.0.1:${port}`,
      timeoutMs: 5000,
      tries: 5,
      firstWaitMs: 100,
    };
    this.line = config.hasDemoControls && port !== undefined ? new OutsideLine(party, clock) : null;
  }

  /** Moves the simulators to the time of now. Their absence is logged and stops nothing. */
  async follow(): Promise<void> {
    try {
      await this.line?.send({
        method: 'POST',
        path: '/__sim/clock',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: this.clock.now().toISOString() }),
        mayRepeat: true,
      });
    } catch (error) {
      this.log.warn('the simulators keep another time', { reason: String(error) });
    }
  }
}
