import type { Surface } from './leak-scan';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};
const BASE64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
/** A decoded stretch counts as text if nearly all of it can be printed. */
const PRINTABLE = 0.9;

/** The text itself and whatever a browser, an address bar or a script would make of it. */
export function decodings(name: string, text: string): Surface[] {
  const readings = [
    text,
    entities(text),
    entities(text.replace(/<[^>]*>/g, '')),
    escapes(text),
    percent(text),
    ...base64(text),
  ];
  return [...new Set(readings)].map((reading) => ({ name, text: reading }));
}

const character = (code: number, fallback: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : fallback;

const entities = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex) return character(Number.parseInt(hex, 16), all);
      if (decimal) return character(Number(decimal), all);
      return ENTITIES[name ?? ''] ?? all;
    },
  );

const escapes = (text: string): string =>
  text.replace(
    /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/gi,
    (all, long?: string, four?: string, two?: string) =>
      character(Number.parseInt(long ?? four ?? two ?? '', 16), all),
  );

/** Percent-encoded bytes, run by run: one broken sequence does not hide the others. */
const percent = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));

function base64(text: string): string[] {
  return (text.match(BASE64) ?? []).flatMap((run) => {
    const decoded = Buffer.from(run, 'base64').toString('utf8');
    const printable = decoded.replace(/[\p{C}\ufffd]/gu, '').length;
    return printable >= decoded.length * PRINTABLE && decoded.length > 3 ? [decoded] : [];
  });
}
