import { Refusal } from './refusal';
import { PROPERTIES } from './svg-names';

/** Functions of values that only calculate. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['url', 'rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'scale', 'rotate', 'skewx', 'skewy'],
]);
const LOCAL_URL = /^url\(\s*(['"]?)#[\w.:-]+\1\s*\)$/i;
const SCRIPT = /(java|vb|live)script\s*:|expression\s*\(|-moz-binding|behaviou?r\s*:/i;

/** Control characters and blanks that browsers skip inside of an address. */
const squeezed = (value: string): string => value.replace(/[\p{C}\s]/gu, '');

/** Passes a value that draws, unchanged. Throws on one that loads, runs, or hides what it does. */
export function plainValue(value: string): string {
  if (SCRIPT.test(squeezed(value))) throw new Refusal('svg_script');
  if (/[\\<>{}@;]|\/\*/.test(value)) throw new Refusal('svg_outside');
  for (const [call, name = ''] of value.matchAll(/([\w-]+)\s*\((?:[^()]*\))?/g)) {
    const isUrl = name.toLowerCase() === 'url';
    if (!FUNCTIONS.has(name.toLowerCase()) || (isUrl && !LOCAL_URL.test(call)))
      throw new Refusal('svg_outside');
  }
  return value;
}

/** The id that a link points at within the drawing. */
export function localTarget(value: string): string {
  const target = squeezed(value);
  if (/^#[\w.:-]+$/.test(target)) return target.slice(1);
  if (SCRIPT.test(target) || /^data:(text|image\/svg|application)/i.test(target))
    throw new Refusal('svg_script');
  throw new Refusal('svg_outside');
}

/** Ids that a value names by `url(#id)`. */
export const urlTargets = (value: string): string[] =>
  [...value.matchAll(/url\(\s*['"]?#([\w.:-]+)/gi)].map((hit) => hit[1] ?? '');

/** `name:value` pairs of a style: known properties only, each value plain. */
export function declarations(style: string): [string, string][] {
  if (/[\\<@{}]|\/\*/.test(style)) throw new Refusal('svg_outside');
  return style.split(';').flatMap((pair): [string, string][] => {
    const colon = pair.indexOf(':');
    if (colon < 0) return [];
    const name = pair.slice(0, colon).trim().toLowerCase();
    const value = plainValue(pair.slice(colon + 1).trim());
    return PROPERTIES.has(name) && value !== '' ? [[name, value]] : [];
  });
}

export interface StyleRule {
  readonly selector: string;
  readonly pairs: readonly [string, string][];
}

/** Reads a style sheet of flat rules. At-rules, nesting and escapes are refused. */
export function styleRules(sheet: string): StyleRule[] {
  const bare = sheet.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/<!--|-->/g, ' ');
  if (/[\\<@]|\/\*/.test(bare)) throw new Refusal('svg_outside');
  const rules = [...bare.matchAll(/([^{}]*)\{([^{}]*)\}/g)];
  if (bare.replace(/([^{}]*)\{([^{}]*)\}/g, '').trim() !== '') throw new Refusal('svg_outside');
  return rules.map(([, selector = '', body = '']) => {
    if (!/^[\w\s.,#>*-]+$/.test(selector)) throw new Refusal('svg_outside');
    return { selector: selector.trim(), pairs: declarations(body) };
  });
}
