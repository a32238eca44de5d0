import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** One mail as the other side of the wire got it. */
export interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Names of the headers in lower case, in order. */
  readonly headers: readonly string[];
  readonly text: string;
}

/** A mail server that keeps what it takes: everything, except for the addresses it was told to refuse. */
export class SmtpSink {
  readonly mails: SunkMail[] = [];
  readonly refused = new Set<string>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<SmtpSink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const sink = new SmtpSink(server, `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => sink.talk(socket));
    return sink;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    const state = { from: '', to: [] as string[], text: '', isData: false, rest: '' };
    socket.on('error', () => socket.destroy());
    socket.write('220 sink\r\n');
    socket.on('data', (part) => {
      state.rest += part.toString('utf8');
      for (let end = state.rest.indexOf('\r\n'); end >= 0; end = state.rest.indexOf('\r\n')) {
        const line = state.rest.slice(0, end);
        state.rest = state.rest.slice(end + 2);
        if (!state.isData) socket.write(this.answer(state, line));
        else if (line !== '.') state.text += `${line}\r\n`;
        else {
          this.mails.push({
            from: state.from,
            to: state.to,
            headers: headersOf(state.text),
            text: state.text,
          });
          Object.assign(state, { to: [], text: '', isData: false });
          socket.write('250 kept\r\n');
        }
      }
    });
  }

  private answer(state: { from: string; to: string[]; isData: boolean }, line: string): string {
    if (/^MAIL FROM:/i.test(line)) state.from = line;
    if ([...this.refused].some((address) => line === `RCPT TO:<${address}>`)) return '550 nobody here\r\n';
    if (/^RCPT TO:/i.test(line)) state.to.push(line);
    state.isData = /^DATA$/i.test(line);
    return state.isData ? '354 go on\r\n' : '250 yes\r\n';
  }
}

const headersOf = (text: string): string[] =>
  (text.split('\r\n\r\n')[0] ?? '')
    .split('\r\n')
    .filter((line) => !/^\s/.test(line))
    .map((line) => (line.split(':')[0] ?? '').toLowerCase());
