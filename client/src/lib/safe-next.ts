const OWN = 'https://portal.invalid';

/** Where to go after signing in: the page that was asked for when it is one of ours, else the fallback. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return fallback;
  // Browsers drop tabs and line ends out of an address before they read it: `/<tab>/elsewhere` is another host.
  if ([...next].some((letter) => (letter.codePointAt(0) ?? 0) < 0x21 || letter === '\\')) return fallback;
  return new URL(next, OWN).origin === OWN ? next : fallback;
}
