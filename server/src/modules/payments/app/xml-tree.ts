import { SaxesParser } from 'saxes';
import { NotReadable } from '../domain/statements/not-readable';
import type { XmlNode } from '../domain/statements/xml-node';

/** Deeper than any bank's file; a file that nests further wants to break its reader. */
const MAX_DEPTH = 40;

/** An element whose end has not come yet. */
interface OpenNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/**
 * Reads a text into a tree, its amounts still text. Refuses document types, and with them every entity but the five of
 * XML itself (XXE). Throws `NotReadable`.
 */
export function readXml(text: string): XmlNode {
  const parser = new SaxesParser();
  const open: OpenNode[] = [];
  let root: XmlNode | undefined;
  parser.on('doctype', () => {
    throw new NotReadable('DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) throw new NotReadable('XML');
    open.push({ name: withoutPrefix(name), attributes, children: [], text: '' });
  });
  const add = (part: string): void => {
    const node = open.at(-1);
    if (node) node.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const node = open.pop();
    if (!node) return;
    const closed = { ...node, text: node.text.trim() };
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof NotReadable ? error : new NotReadable(placeOf(error));
  }
  if (!root) throw new NotReadable('XML');
  return root;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The parser's own words begin with line and column. */
function placeOf(error: unknown): string {
  const [, place] = /^(\d+:\d+): /.exec(error instanceof Error ? error.message : '') ?? [];
  return place ? `XML ${place}` : 'XML';
}
