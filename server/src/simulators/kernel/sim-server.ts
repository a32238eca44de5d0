import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answerControl } from './control';
import type { SimRequest } from './exchange';
import type { Ending, SimWorld } from './sim-world';

const LOOPBACK = '127.0.0.1';
const BODY_LIMIT = 256 * 1024;

/** The listener of all simulators. It can be killed in the middle of a call and opened again with all it holds. */
export class SimServer {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly world: SimWorld) {}

  get origin(): string {
    return `http://${LOOPBACK}:${this.port}`;
  }

  /** Listens on loopback and nowhere else; 0 takes a free port, which stays its own. */
  async listen(port = this.port): Promise<void> {
    const server = createServer((request, response) => {
      void this.serve(request, response).catch(() => response.destroy());
    });
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, LOOPBACK, resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Ends every connection at once, as a crash would. What it holds stays. */
  async kill(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const control = await answerControl(this.world, request);
    await this.end(control ? { kind: 'answer', answer: control } : this.world.handle(request), response);
  }

  private async end(ending: Ending, response: ServerResponse): Promise<void> {
    if (ending.kind === 'answer') {
      const { status, headers, body } = ending.answer;
      response.writeHead(status, headers).end(body);
    } else if (ending.kind === 'hang_up') {
      response.destroy();
    } else if (ending.kind === 'kill') {
      await this.kill();
    }
  }
}

async function read(incoming: IncomingMessage): Promise<SimRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new RangeError('body too large');
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', `http://${LOOPBACK}`);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
