import { request } from 'node:http';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { freePort, InVain, RealProcess, until } from './real-process';
import { type BareCall, headersOf, payloadOf, type TestAnswer, urlOf } from './test-app';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
}
type Raw = Pick<TestAnswer<Endpoint>, 'status' | 'headers' | 'raw'>;

/** The compiled portal in a process of its own, reached over real HTTP. It ends with this process. */
export class RealServer {
  private constructor(
    private readonly process: RealProcess,
    private readonly port: number,
  ) {}

  /** Starts one on a free port and waits until it reaches its database. */
  static async start(environment: Readonly<Record<string, string>>): Promise<RealServer> {
    const port = await freePort();
    const server = new RealServer(RealProcess.start('main', { ...environment, PORT: String(port) }), port);
    await until('the server to be ready', () => server.isReady());
    return server;
  }

  get isRunning(): boolean {
    return this.process.isRunning;
  }

  /** True when it reaches its database. Throws `InVain` when it ended. */
  async isReady(): Promise<boolean> {
    if (!this.isRunning) throw new InVain(`the server ended: ${this.process.lastWords}`);
    return (await this.send({ method: 'GET', path: '/readyz', headers: {} })).status === 200;
  }

  kill9(): Promise<void> {
    return this.process.kill9();
  }

  /** Calls an endpoint. Rejects when the connection breaks before the answer. */
  async call<E extends Endpoint>(endpoint: E, given: BareCall<E> = {}): Promise<TestAnswer<E>> {
    const answer = await this.send({
      method: endpoint.method,
      path: urlOf(endpoint, given),
      headers: { ...headersOf(endpoint, given), ...given.headers },
      body: payloadOf(endpoint, given).payload,
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return { ...answer, body: isJson ? JSON.parse(answer.raw.toString('utf8')) : {} };
  }

  private send({ body, ...to }: Sent): Promise<Raw> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.port, ...to, agent: false });
      asked.on('error', reject);
      asked.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, unknown>,
            raw: Buffer.concat(parts),
          }),
        );
      });
      asked.end(body);
    });
  }
}
