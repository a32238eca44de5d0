import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { systemScope } from '../access/scope';
import { Config } from '../config/config';
import { UnitOfWork } from '../database/unit-of-work';
import { Log } from '../log/log';
import { Clock, MovableClock } from './clock';
import { SimulatorsClock } from './simulators-clock';

const CHANNEL = 'demo_clock';

/** Moves the clock of every process of a demo: the offset stands in the database, a notice tells the others. */
@Injectable()
export class DemoClock implements OnModuleDestroy {
  private client: Client | null = null;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
    private readonly simulators: SimulatorsClock,
  ) {}

  /**
   * Reads the offset and follows its changes. Does nothing in production.
   * @param moved called with each further move, in milliseconds
   */
  async follow(moved: (milliseconds: number) => void = () => undefined): Promise<void> {
    if (!this.config.hasDemoControls) return;
    const client = new Client({ connectionString: this.config.values.DATABASE_URL });
    client.on('error', (error) => this.log.error('demo clock lost its connection', { error }));
    client.on('notification', (notice) => {
      const before = this.clock.now().getTime();
      this.apply(Number(notice.payload));
      moved(this.clock.now().getTime() - before);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    const { rows } = await client.query<{ offset_ms: string }>('select offset_ms from demo_clock');
    this.apply(Number(rows[0]?.offset_ms ?? 0));
    this.client = client;
    await this.simulators.follow();
  }

  /** Moves every process forward. Returns the new time here. */
  async advance(milliseconds: number): Promise<Date> {
    const [row] = await this.unitOfWork.runApart(systemScope('demo clock'), (tx) =>
      tx.query<{ offset_ms: string }>(
        `with moved as (
           insert into demo_clock (id, offset_ms) values (1, $1)
           on conflict (id) do update set offset_ms = demo_clock.offset_ms + excluded.offset_ms returning offset_ms
         )
         select offset_ms, pg_notify('${CHANNEL}', offset_ms::text) from moved`,
        [milliseconds],
      ),
    );
    this.apply(Number(row?.offset_ms ?? 0));
    await this.simulators.follow();
    return this.clock.now();
  }

  async onModuleDestroy(): Promise<void> {
    await this.client?.end();
  }

  private apply(offsetMs: number): void {
    if (this.clock instanceof MovableClock) this.clock.moveTo(offsetMs);
  }
}
