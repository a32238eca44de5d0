import type { CDPSession, Page } from '@playwright/test';

/** How the interface answers a screen: as it does, with nothing in its lists, not yet, or with a fault. */
export type Answers = 'data' | 'empty' | 'loading' | 'error';

/** A request that the browser holds back until it is told what to do. */
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

async function answerEmpty(cdp: CDPSession, { requestId, ...paused }: Paused): Promise<void> {
  const headers = paused.responseHeaders ?? [];
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  if (paused.responseStatusCode !== 200 || !type.includes('json') || isSession(paused.request.url)) {
    await cdp.send('Fetch.continueRequest', { requestId });
    return;
  }
  const { body, base64Encoded } = await cdp.send('Fetch.getResponseBody', { requestId });
  const text = Buffer.from(body, base64Encoded ? 'base64' : 'utf8').toString('utf8');
  const answer = { requestId, responseCode: 200, responseHeaders: JSON_TYPE };
  await cdp.send('Fetch.fulfillRequest', { ...answer, body: base64(emptied(JSON.parse(text))) });
}

async function answerPaused(cdp: CDPSession, answers: Answers, paused: Paused): Promise<void> {
  const { requestId, request } = paused;
  if (isLocale(request.url)) {
    const answer = { requestId, responseCode: 200, responseHeaders: JSON_TYPE };
    await cdp.send('Fetch.fulfillRequest', { ...answer, body: base64({ done: true }) });
  } else if (answers === 'empty') await answerEmpty(cdp, paused);
  else if (answers === 'data' || isSession(request.url))
    await cdp.send('Fetch.continueRequest', { requestId });
  else if (answers === 'error') {
    const answer = { requestId, responseCode: 500, responseHeaders: PROBLEM_TYPE };
    await cdp.send('Fetch.fulfillRequest', { ...answer, body: base64(FAULT) });
  }
}

/**
 * Makes the network answer so until `restore` is called; what was held is let go then. It speaks to the browser
 * itself: a route of Playwright would switch the browser's cache off, and every screen would be compiled anew.
 */
export async function answerWith(page: Page, answers: Answers): Promise<{ restore: () => Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  // What was paused when the page went away is nobody's any more.
  cdp.on('Fetch.requestPaused', (paused) => {
    answerPaused(cdp, answers, paused).catch(() => undefined);
  });
  const stage = answers === 'empty' ? ('Response' as const) : ('Request' as const);
  const patterns = [
    { urlPattern: '*/api/identity/locale', requestStage: 'Request' as const },
    ...(answers === 'data' ? [] : [{ urlPattern: '*/api/*', requestStage: stage }]),
  ];
  await cdp.send('Fetch.enable', { patterns });
  return { restore: () => cdp.detach() };
}
