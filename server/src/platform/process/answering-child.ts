import dgram from 'node:dgram';
import net from 'node:net';
import { Worker } from 'node:worker_threads';

/** Watches from a thread of its own, since native code may hold the main one for as long as it likes. */
const GUARD = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const isOver =
    process.memoryUsage.rss() > workerData.memoryMb * 1048576 ||
    (user + system) / 1e6 > workerData.cpuSeconds;
  if (isOver) process.kill(process.pid, 'SIGKILL');
}, 50);
`;

/** The other side of `ChildLine`: answers one question, and ends. Call it in the child's entry point. */
export function answerOnce(answer: (question: unknown) => Promise<unknown>): void {
  cutNetwork();
  startGuard();
  process.once('message', (question) => {
    void answer(question).then((said) => process.send?.(said, () => process.disconnect()));
  });
  process.once('disconnect', () => process.exit(0));
}

/** A file that is opened may name addresses; no code in this process can reach one. */
function cutNetwork(): void {
  const refuse = (): never => {
    throw new Error('no network in this process');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.createSocket = refuse;
  Reflect.deleteProperty(globalThis, 'fetch');
  Reflect.deleteProperty(globalThis, 'WebSocket');
}

function startGuard(): void {
  const limits: unknown = JSON.parse(process.argv[2] ?? '{}');
  new Worker(GUARD, { eval: true, workerData: limits, env: {}, execArgv: [] }).unref();
}
