import type { CDPSession, Page, Request } from '@playwright/test';

/** How the interface answers a screen: as it does, with nothing in its lists, not yet, or with a fault. */
export type Answers = 'data' | 'empty' | 'loading' | 'error';
/** The network of one page. */
export interface Network {
  /** Answers so from now on, also what was held back until now. */
  readonly answer: (answers: Answers) => Promise<void>;
  /** Whether something makes the screen read all again that it has read; waits for the answers. */
  readonly readsAgain: (act: () => Promise<void>) => Promise<boolean>;
  readonly release: () => Promise<void>;
}

/** A request that the browser holds back until it is told what to do; with a status, its answer. */
interface Paused {
  readonly requestId: string;
  readonly request: { readonly url: string };
  readonly responseStatusCode?: number;
  readonly responseHeaders?: { readonly name: string; readonly value: string }[];
}

/** What the screen needs to be that screen at all: who is signed in. */
const isSession = (url: string): boolean => /\/api\/identity\/(session|refresh)$/.test(url);
/** Looking at a screen in another language changes nobody's language at the server. */
const isLocale = (url: string): boolean => /\/api\/identity\/locale$/.test(url);
/** What stands around a screen and is read once for each page. */
const isFrame = (url: string): boolean => isSession(url) || isLocale(url) || /\/api\/my-policy$/.test(url);

const FAULT = {
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  detail: 'Something failed on our side. Nothing was changed.',
  code: 'UNEXPECTED',
  params: {},
  requestId: '0d8a2f9e-5a7c-4a56-9f0e-5b2c6e0f1a34',
};
const JSON_TYPE = [{ name: 'content-type', value: 'application/json; charset=utf-8' }];
const PROBLEM_TYPE = [{ name: 'content-type', value: 'application/problem+json' }];
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** The same answer with its lists empty. */
function emptied(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      if (Array.isArray(value)) return [name, []];
      return [name, name === 'next' || name === 'latest' ? null : value];
    }),
  );
}

/** An answer of the server, passed on with nothing in its lists. */
async function passEmptied(cdp: CDPSession, { requestId, ...paused }: Paused): Promise<void> {
  const headers = paused.responseHeaders ?? [];
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  if (paused.responseStatusCode !== 200 || !type.includes('json')) {
    await cdp.send('Fetch.continueRequest', { requestId });
    return;
  }
  const { body, base64Encoded } = await cdp.send('Fetch.getResponseBody', { requestId });
  const text = Buffer.from(body, base64Encoded ? 'base64' : 'utf8').toString('utf8');
  const answer = { requestId, responseCode: 200, responseHeaders: JSON_TYPE };
  await cdp.send('Fetch.fulfillRequest', { ...answer, body: base64(emptied(JSON.parse(text))) });
}

async function answerPaused(cdp: CDPSession, answers: Answers, paused: Paused): Promise<void> {
  const { requestId, request, responseStatusCode } = paused;
  if (isLocale(request.url)) {
    const answer = { requestId, responseCode: 200, responseHeaders: JSON_TYPE };
    await cdp.send('Fetch.fulfillRequest', { ...answer, body: base64({ done: true }) });
  } else if (responseStatusCode !== undefined) await passEmptied(cdp, paused);
  else if (answers === 'data' || isSession(request.url))
    await cdp.send('Fetch.continueRequest', { requestId });
  else if (answers === 'empty')
    await cdp.send('Fetch.continueRequest', { requestId, interceptResponse: true });
  else {
    const answer = { requestId, responseCode: 500, responseHeaders: PROBLEM_TYPE };
    await cdp.send('Fetch.fulfillRequest', { ...answer, body: base64(FAULT) });
  }
}

/** What a page has asked by itself and what of it is not answered yet; a new document begins anew. */
class Reads {
  private asked = new Set<string>();
  private readonly open = new Set<Request>();

  constructor(private readonly page: Page) {
    page.on('request', this.begin).on('requestfinished', this.end).on('requestfailed', this.end);
  }

  release(): void {
    this.page.off('request', this.begin).off('requestfinished', this.end).off('requestfailed', this.end);
  }

  private readonly begin = (request: Request): void => {
    if (request.isNavigationRequest() && request.frame() === this.page.mainFrame()) {
      this.asked.clear();
      this.open.clear();
    }
    if (request.resourceType() !== 'fetch' || isFrame(request.url())) return;
    this.asked.add(`${request.method()} ${request.url()}`);
    this.open.add(request);
  };
  private readonly end = (request: Request): void => {
    this.open.delete(request);
  };

  /** See `Network.readsAgain`. */
  async again(act: () => Promise<void>): Promise<boolean> {
    const before = this.asked;
    this.asked = new Set();
    await act();
    // What is drawn of an answer may ask for more.
    do await this.page.evaluate(drawn);
    while (this.open.size > 0);
    return [...before].every((read) => this.asked.has(read));
  }
}

/** Runs in the page: what has come is drawn. */
const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/**
 * Takes the network of a page in hand. It speaks to the browser itself: a route of Playwright would switch the
 * browser's cache off, and every screen would be compiled anew.
 */
export async function networkOf(page: Page): Promise<Network> {
  const cdp = await page.context().newCDPSession(page);
  const reads = new Reads(page);
  let now: Answers = 'data';
  let held: Paused[] = [];
  // What was paused when the page went away is nobody's any more.
  const settle = (paused: Paused) => answerPaused(cdp, now, paused).catch(() => undefined);
  cdp.on('Fetch.requestPaused', (paused) => {
    const isHeld = now === 'loading' && !isSession(paused.request.url) && !isLocale(paused.request.url);
    if (isHeld) held.push(paused);
    else void settle(paused);
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*/api/*' }] });
  return {
    answer: async (answers) => {
      now = answers;
      const waiting = held;
      held = [];
      await Promise.all(waiting.map(settle));
    },
    readsAgain: (act) => reads.again(act),
    release: async () => {
      reads.release();
      await cdp.detach();
    },
  };
}
