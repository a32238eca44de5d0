import { connect, createServer, type Server, type Socket } from 'node:net';

const SYNC = 'Z'.charCodeAt(0);
const SIMPLE_QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);
const HEAD_BYTES = 5;

/** A statement on its way to the database, and those sent before it in the same transaction. */
export interface Passing {
  readonly text: string;
  readonly before: readonly string[];
}
/** A statement that stands at the proxy: neither the database nor the process knows what comes next. */
export interface Held {
  /** Lets it go on; answers flow back as ever. */
  forward(): void;
  /** Lets the database carry it out and keeps the answer back. Resolves when the database is done. */
  forwardInSilence(): Promise<void>;
  /** Cuts the connection on both sides; the statement never arrives. */
  drop(): void;
}
interface Trap {
  readonly matches: (passing: Passing) => boolean;
  readonly caught: (held: Held) => void;
}

/**
 * Stands between a process of ours and PostgreSQL on the loopback, reads the wire (protocol 3.0, no TLS) and
 * stops one statement on demand, so that a test can kill either side at that very point.
 */
export class WireProxy {
  private trap: Trap | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** The database's address with the proxy's port. */
    readonly url: string,
  ) {}

  static async between(databaseUrl: string): Promise<WireProxy> {
    const target = new URL(databaseUrl);
    const at = { host: target.hostname, port: Number(target.port) };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    target.hostname = '127.0.0.1';
    target.port = String(typeof address === 'object' ? address?.port : '');
    const proxy = new WireProxy(server, target.toString());
    server.on('connection', (client) => proxy.carry(client, connect(at)));
    return proxy;
  }

  /** Stops the next statement that matches. One at a time. */
  hold(matches: (passing: Passing) => boolean): Promise<Held> {
    return new Promise((caught) => {
      this.trap = { matches, caught };
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(client: Socket, database: Socket): void {
    const line = new Line(client, database, (passing) => this.trapFor(passing));
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => line.cut());
      socket.on('close', () => {
        this.sockets.delete(socket);
        line.cut();
      });
    }
  }

  private trapFor(passing: Passing): ((held: Held) => void) | null {
    if (!this.trap?.matches(passing)) return null;
    const { caught } = this.trap;
    this.trap = null;
    return caught;
  }
}

/** One connection: reads the messages of the client, passes them on, and stops where the trap says so. */
class Line {
  private unread = Buffer.alloc(0);
  private isStarted = false;
  private isHeld = false;
  private before: string[] = [];
  private silence: { seen: Buffer; done: () => void } | null = null;

  constructor(
    private readonly client: Socket,
    private readonly database: Socket,
    private readonly trapFor: (passing: Passing) => ((held: Held) => void) | null,
  ) {
    client.on('data', (bytes) => this.fromClient(bytes as Buffer));
    database.on('data', (bytes) => this.fromDatabase(bytes as Buffer));
  }

  cut(): void {
    this.client.destroy();
    this.database.destroy();
    this.silence?.done();
  }

  private fromClient(bytes: Buffer): void {
    this.unread = Buffer.concat([this.unread, bytes]);
    this.read();
  }

  private read(): void {
    while (!this.isHeld) {
      const message = this.next();
      if (!message) return;
      const text = this.isStarted ? textOf(message) : undefined;
      this.isStarted = true;
      const caught = text === undefined ? null : this.noted(text);
      if (caught) {
        this.isHeld = true;
        caught(this.heldAt(message));
      } else this.database.write(message);
    }
  }

  /** The next whole message; the first of a connection has no type byte. */
  private next(): Buffer | null {
    const head = this.isStarted ? HEAD_BYTES : HEAD_BYTES - 1;
    if (this.unread.length < head) return null;
    const length = this.unread.readInt32BE(head - 4) + head - 4;
    if (this.unread.length < length) return null;
    const message = this.unread.subarray(0, length);
    this.unread = this.unread.subarray(length);
    return message;
  }

  private noted(text: string): ((held: Held) => void) | null {
    if (/^(start transaction|begin)/i.test(text)) this.before = [];
    const caught = this.trapFor({ text, before: this.before });
    this.before.push(text);
    return caught;
  }

  private heldAt(message: Buffer): Held {
    const goOn = (): void => {
      this.database.write(message);
      this.isHeld = false;
      this.read();
    };
    return {
      forward: goOn,
      forwardInSilence: () =>
        new Promise((done) => {
          this.silence = { seen: Buffer.alloc(0), done };
          goOn();
        }),
      drop: () => this.cut(),
    };
  }

  private fromDatabase(bytes: Buffer): void {
    if (!this.silence) {
      this.client.write(bytes);
      return;
    }
    this.silence.seen = Buffer.concat([this.silence.seen, bytes]);
    if (endsReady(this.silence.seen)) this.silence.done();
  }
}

/** The SQL of a simple query or of a Parse message. */
function textOf(message: Buffer): string | undefined {
  const [kind] = message;
  const body = message.subarray(HEAD_BYTES);
  if (kind === SIMPLE_QUERY) return body.subarray(0, body.indexOf(0)).toString('utf8');
  if (kind !== PARSE) return undefined;
  const query = body.subarray(body.indexOf(0) + 1);
  return query.subarray(0, query.indexOf(0)).toString('utf8');
}

/** True when the database said that it is ready for the next query. */
function endsReady(bytes: Buffer): boolean {
  for (let at = 0; at + HEAD_BYTES <= bytes.length; ) {
    if (bytes[at] === SYNC) return true;
    at += 1 + bytes.readInt32BE(at + 1);
  }
  return false;
}
