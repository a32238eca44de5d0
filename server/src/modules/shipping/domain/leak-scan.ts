import { foldWords } from '@qafila/shared/shipping/fold';
import type { DenyEntry, DenyKind, DenyList } from './deny-list';

/** A text that a recipient could see. `name` says where it stands and never quotes it. */
export interface Surface {
  readonly name: string;
  readonly text: string;
}

export interface LeakHit {
  readonly surface: string;
  readonly list: 'seller' | 'foreign';
  readonly kind: DenyKind;
  /** Enough for staff to find a seller's token again; nothing at all of a foreign one. */
  readonly masked: string;
}

export interface ScanResult {
  readonly verdict: 'pass' | 'blocked';
  readonly hits: readonly LeakHit[];
  /** Names of all surfaces that were read, for the certificate. */
  readonly surfaces: readonly string[];
  /** Which trader a foreign hit names: for the privacy officer's eyes only. */
  readonly forPrivacyOfficer: readonly { readonly surface: string; readonly ref: string }[];
}

/** Searches every surface for every entry, forwards and backwards. One hit blocks. */
export function scanSurfaces(surfaces: readonly Surface[], denyList: DenyList): ScanResult {
  const search = new Search(denyList);
  const found = surfaces.flatMap((surface) =>
    search.in(surface.text).map((entry) => ({ surface: surface.name, entry })),
  );
  const hits = new Map<string, LeakHit>();
  for (const { surface, entry } of found) {
    const hit = { surface, list: entry.list, kind: entry.kind, masked: masked(entry) };
    hits.set(JSON.stringify(hit), hit);
  }
  return {
    verdict: hits.size ? 'blocked' : 'pass',
    hits: [...hits.values()],
    surfaces: [...new Set(surfaces.map((surface) => surface.name))],
    forPrivacyOfficer: found.flatMap(({ surface, entry }) =>
      entry.ref ? [{ surface, ref: entry.ref }] : [],
    ),
  };
}

const masked = (entry: DenyEntry): string =>
  entry.list === 'foreign' ? '•••' : `${[...entry.token].slice(0, 2).join('')}•••`;

/** A folded text without separators that still knows where its words began and ended. */
interface Folded {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

const KEY = 2;

/** Tokens by their first letters: the time does not grow with the number of traders. */
class Search {
  private readonly byKey = new Map<string, DenyEntry[]>();

  constructor(private readonly denyList: DenyList) {
    for (const entry of denyList.entries) add(this.byKey, entry.token.slice(0, KEY), entry);
  }

  in(text: string): DenyEntry[] {
    const words = foldWords(text);
    return [...this.hits(folded(words)), ...this.hits(folded(words.map(turned).reverse()))];
  }

  private hits(surface: Folded): DenyEntry[] {
    const found: DenyEntry[] = [];
    for (let at = 0; at + KEY <= surface.text.length; at += 1) {
      for (const entry of this.byKey.get(surface.text.slice(at, at + KEY)) ?? []) {
        if (!surface.text.startsWith(entry.token, at) || !fits(entry, surface, at)) continue;
        if (entry.list === 'seller' || !this.isExempt(entry.token, surface.text, at)) found.push(entry);
      }
    }
    return found;
  }

  /** True if the token stands here as part of an own field or of a product's name. */
  private isExempt(token: string, text: string, at: number): boolean {
    return this.denyList.exempt.some((own) => {
      for (let offset = own.indexOf(token); offset >= 0; offset = own.indexOf(token, offset + 1)) {
        if (offset <= at && text.startsWith(own, at - offset)) return true;
      }
      return false;
    });
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function fits(entry: DenyEntry, surface: Folded, at: number): boolean {
  if (entry.mode === 'anywhere') return true;
  if (entry.mode === 'word') return surface.starts.has(at) && surface.ends.has(at + entry.token.length);
  return isArticleNumber(surface, at);
}

/** A GTIN of 8, 12, 13 or 14 digits begins here, or one digit before (GTIN-14 leads with an indicator). */
function isArticleNumber(surface: Folded, at: number): boolean {
  return [at, at - 1].some((start) => {
    if (!surface.starts.has(start)) return false;
    const digits = /^\d+/.exec(surface.text.slice(start, start + 15))?.[0].length ?? 0;
    return (start === at ? [8, 12, 13] : [13, 14]).includes(digits);
  });
}

const turned = (word: string): string => [...word].reverse().join('');

function folded(words: readonly string[]): Folded {
  const starts = new Set<number>();
  const ends = new Set<number>();
  let at = 0;
  for (const word of words) {
    starts.add(at);
    at += word.length;
    ends.add(at);
  }
  return { text: words.join(''), starts, ends };
}
