import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock/clock';
import { Breaker } from './breaker';

/** One party outside and how patiently it is asked. */
export interface OutsideParty {
  /** For messages and logs. */
  readonly name: string;
  /** Scheme, host and port, nothing behind. */
  readonly origin: string;
  /** For one try, body included. */
  readonly timeoutMs: number;
  /** Tries in all of a call that may be repeated. */
  readonly tries: number;
  /** Before the second try; doubled before each further one. */
  readonly firstWaitMs: number;
}
export interface OutsideCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** True when the other side does it once, however often it is asked: reads, and calls with a key. */
  readonly mayRepeat: boolean;
}
export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Why there is no answer to work with. */
export type OutsideFault = 'unreachable' | 'timeout' | 'busy' | 'failing' | 'paused';

/** Thrown by a line. What was asked may have been done, except when it was `paused`. */
export class OutsideFailure extends Error {
  constructor(
    readonly party: string,
    readonly fault: OutsideFault,
  ) {
    super(`${party}: ${fault}`);
    this.name = 'OutsideFailure';
  }
}

type TryEnd =
  | ({ readonly isAnswer: true } & OutsideAnswer)
  | { readonly isAnswer: false; readonly fault: OutsideFault; readonly waitMs?: number | undefined };

const LONGEST_WAIT_MS = 5000;

/**
 * The only way out of the process to one party: every call has a time limit, is repeated only where that is safe, and
 * is not sent at all while the party fails again and again.
 */
export class OutsideLine {
  private readonly breaker: Breaker;

  constructor(
    private readonly party: OutsideParty,
    clock: Clock,
  ) {
    this.breaker = new Breaker(clock);
  }

  /** False while calls are refused without being sent. */
  get isReady(): boolean {
    return !this.breaker.isOpen;
  }

  /** Sends a call and reads its whole answer. Throws `OutsideFailure`; answers of 4xx are answers. */
  async send(call: OutsideCall): Promise<OutsideAnswer> {
    const tries = call.mayRepeat ? this.party.tries : 1;
    for (let left = tries, pause = this.party.firstWaitMs; ; left -= 1, pause *= 2) {
      const end = await this.tryOnce(call);
      if (end.isAnswer) return end;
      if (left <= 1 || end.fault === 'paused') throw new OutsideFailure(this.party.name, end.fault);
      await wait(end.waitMs ?? pause);
    }
  }

  /** `fetch` for a package that brings its own client: the same limits, and only to this party. */
  readonly fetch = async (input: string | URL | Request, given: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== this.party.origin) throw new TypeError(`not ${this.party.name}: ${url.origin}`);
    const headers = Object.fromEntries(new Headers(given.headers));
    const method = methodOf(given.method);
    const { status, ...answer } = await this.send({
      method,
      path: url.pathname + url.search,
      headers,
      ...(typeof given.body === 'string' && { body: given.body }),
      mayRepeat: method === 'GET' || headers['idempotency-key'] !== undefined,
    });
    return new Response(answer.body, { status, headers: answer.headers });
  };

  private async tryOnce(call: OutsideCall): Promise<TryEnd> {
    if (this.breaker.isOpen) return { isAnswer: false, fault: 'paused' };
    const signal = AbortSignal.timeout(this.party.timeoutMs);
    try {
      const response = await fetch(`${this.party.origin}${call.path}`, {
        method: call.method,
        headers: call.headers,
        ...(call.body !== undefined && { body: call.body }),
        redirect: 'error',
        signal,
      });
      const { status, headers } = response;
      const body = await response.text();
      const fault = faultOf(status);
      if (fault === 'failing') this.breaker.failed();
      else this.breaker.succeeded();
      return fault === null
        ? { isAnswer: true, status, headers, body }
        : { isAnswer: false, fault, waitMs: askedWait(headers) };
    } catch {
      this.breaker.failed();
      return { isAnswer: false, fault: signal.aborted ? 'timeout' : 'unreachable' };
    }
  }
}

/** Answers that say nothing about what was asked. */
function faultOf(status: number): OutsideFault | null {
  if (status === 429) return 'busy';
  return status >= 500 ? 'failing' : null;
}

/** What `Retry-After` asks in milliseconds, within reason; undefined where it says nothing we read. */
function askedWait(headers: Headers): number | undefined {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Math.min(LONGEST_WAIT_MS, Number(seconds) * 1000) : undefined;
}

function methodOf(text: string | undefined): OutsideCall['method'] {
  if (text === undefined || text === 'GET') return 'GET';
  if (text === 'POST' || text === 'PUT') return text;
  throw new TypeError(`no call of this kind: ${text}`);
}
