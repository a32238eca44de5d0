/** A call as a simulator sees it. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}
export interface SimAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): SimAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** A page that can do nothing but be read and send its form. */
export const html = (body: string, status = 200): SimAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  },
  body,
});

export const seeOther = (location: string): SimAnswer => ({ status: 303, headers: { location }, body: '' });

/** The body as JSON; undefined when it is none. */
export function jsonBody(request: SimRequest): unknown {
  try {
    return JSON.parse(request.body);
  } catch {
    return undefined;
  }
}

/** The fields of a form. */
export const formBody = (request: SimRequest): URLSearchParams => new URLSearchParams(request.body);

/** The parts of a path that a pattern with `:name` names; null when it does not fit. */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = decodeURIComponent(given[i] ?? '');
    if (part.startsWith(':')) found[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return found;
}

/** One way into a simulator. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly answer: (request: SimRequest, part: Readonly<Record<string, string>>) => SimAnswer;
}

/** The answer of the first route that fits; null when none does. */
export function route(routes: readonly Route[], request: SimRequest): SimAnswer | null {
  for (const each of routes) {
    const part = each.method === request.method ? match(each.path, request.path) : null;
    if (part) return each.answer(request, part);
  }
  return null;
}
