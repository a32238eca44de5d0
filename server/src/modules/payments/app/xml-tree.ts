import { XMLParser } from 'fast-xml-parser';
import { NotReadable } from '../domain/statements/not-readable';
import type { XmlNode } from '../domain/statements/xml-node';

/** Deeper than any bank's file; a file that nests further wants to break its reader. */
const MAX_DEPTH = 40;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What the parser yields with `preserveOrder`: one key for the element, `:@` for its attributes. */
type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: false,
  // Amounts stay text, and only the five entities of XML itself are replaced, by us.
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignorePiTags: true,
  ignoreDeclaration: true,
});

/** Reads a text into a tree. Refuses document types and entities (XXE), and throws `NotReadable`. */
export function readXml(text: string): XmlNode {
  if (/<!(doctype|entity)/i.test(text)) throw new NotReadable('DOCTYPE');
  let raw: readonly Raw[];
  try {
    raw = parser.parse(text, true) as readonly Raw[];
  } catch (error) {
    throw new NotReadable(placeOf(error));
  }
  const roots = raw.filter((each) => nameOf(each) !== '#text');
  const root = roots[0];
  if (!root || roots.length > 1) throw new NotReadable('XML');
  return nodeOf(root, 1);
}

/** The parser's own words carry line and column; anything else says only that it is no XML. */
function placeOf(error: unknown): string {
  const [, line, column] = /:(\d+):(\d+)$/.exec(error instanceof Error ? error.message : '') ?? [];
  return line ? `XML ${line}:${column}` : 'XML';
}

const nameOf = (raw: Raw): string => Object.keys(raw).find((key) => key !== ':@') ?? '';
const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function nodeOf(raw: Raw, depth: number): XmlNode {
  if (depth > MAX_DEPTH) throw new NotReadable('XML');
  const name = nameOf(raw);
  const inner = (raw[name] ?? []) as readonly Raw[];
  return {
    name: withoutPrefix(name),
    attributes: Object.fromEntries(
      Object.entries((raw[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, plain(value)]),
    ),
    children: inner.filter((each) => !isText(each)).map((each) => nodeOf(each, depth + 1)),
    text: inner.map(textOf).join('').trim(),
  };
}

const isText = (raw: Raw): boolean => '#text' in raw || '#cdata' in raw;

/** Text with its entities replaced; a CDATA section stands as it is. */
function textOf(raw: Raw): string {
  if ('#text' in raw) return plain(String(raw['#text']));
  return ((raw['#cdata'] ?? []) as readonly Raw[]).map((each) => String(each['#text'] ?? '')).join('');
}

/** Replaces the entities XML itself has; an entity of any other name was never declared. */
function plain(text: string): string {
  return text.replace(/&([^;\s]{0,12});?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : undefined;
    const value = point === undefined ? NAMED[name] : symbolOf(point);
    if (value === undefined || !whole.endsWith(';')) throw new NotReadable(`entity ${whole}`);
    return value;
  });
}

const symbolOf = (point: number): string | undefined =>
  point > 0x1f && point <= 0x10_ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : [9, 10, 13].includes(point)
      ? ' '
      : undefined;
