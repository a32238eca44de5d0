import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

const SCRIPT = path.resolve(__dirname, '../../../tools/postgres.mjs');

interface Reply {
  readonly fault?: string;
}

/**
 * The process that keeps databases for tests. It and its databases end with this process, kill -9 included.
 * `ask` sends an order and resolves with the next answer; it rejects with the process's own words.
 */
export class DatabaseProcess {
  private readonly child: ChildProcess;

  constructor(args: readonly string[]) {
    this.child = fork(SCRIPT, args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  ask<Answer extends object>(order?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the database process ended'));
      this.child.once('exit', ended);
      this.child.once('message', (message) => {
        this.child.off('exit', ended);
        const { fault } = message as Reply;
        if (fault === undefined) resolve(message as Answer);
        else reject(new Error(fault));
      });
      if (order !== undefined) this.child.send(order);
    });
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise((resolve) => {
      this.child.once('exit', resolve);
      if (this.child.connected) this.child.disconnect();
    });
  }
}
