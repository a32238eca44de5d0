import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Refusal } from './refusal';
import { pageOf, type SvgPage } from './svg-geometry';
import { SvgMeasures } from './svg-measures';
import {
  ATTRIBUTES,
  DRAWN,
  LINK_SPACE,
  OUTSIDE,
  PICTURED,
  POINTING,
  PROPERTIES,
  SCRIPTED,
  SILENT,
  SVG_SPACE,
  XHTML_SPACE,
} from './svg-names';
import { SvgUses } from './svg-uses';
import { declarations, localTarget, plainValue, styleRules, urlTargets } from './svg-values';

export interface CleanedSvg {
  readonly text: string;
  /** The same drawing at so many pixels, for a raster. */
  sized(widthPx: number, heightPx: number): string;
  readonly page: SvgPage;
  readonly measures: SvgMeasures;
}

const MOST_NODES = 50_000;
const MOST_DEPTH = 64;
const CHUNK = 65_536;

/** Reads an SVG as a stream and writes it again from what is known to draw. Throws a Refusal on the rest. */
export function cleanSvg(source: string): CleanedSvg {
  const cleaner = new SvgCleaner();
  for (let at = 0; at < source.length; at += CHUNK) cleaner.write(source.slice(at, at + CHUNK));
  return cleaner.end();
}

class SvgCleaner {
  private readonly out: string[] = [];
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly measures = new SvgMeasures();
  private readonly uses = new SvgUses();
  private readonly open: string[] = [];
  private page: SvgPage | null = null;
  private root: ReadonlyMap<string, string> = new Map();
  private nodes = 0;
  /** Depth at which something silent began; its content is left out. */
  private silentFrom: number | null = null;
  private sheet = '';

  constructor() {
    const { parser } = this;
    const refuse = (reason: 'svg_doctype' | 'svg_outside' | 'broken') => (): never => {
      throw new Refusal(reason);
    };
    parser.on('doctype', refuse('svg_doctype'));
    parser.on('processinginstruction', refuse('svg_outside'));
    parser.on('error', (error) => {
      throw new Refusal(/entity/i.test(error.message) ? 'svg_doctype' : 'broken');
    });
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw new Refusal('broken');
    });
    parser.on('opentag', (tag) => this.enter(tag));
    parser.on('closetag', () => this.leave());
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
  }

  write(chunk: string): void {
    // A DOCTYPE is refused where it begins: its entities are never read.
    if (this.nodes === 0 && /<!DOCTYPE/i.test(chunk)) throw new Refusal('svg_doctype');
    this.parser.write(chunk);
  }

  end(): CleanedSvg {
    this.parser.close();
    const { page, out } = this;
    if (page === null) throw new Refusal('broken');
    this.uses.check();
    const sized = (widthPx: number, heightPx: number): string => {
      const box = this.root.get('viewBox') ?? `0 0 ${page.widthPt / 0.75} ${page.heightPt / 0.75}`;
      const root = new Map([
        ...this.root,
        ['width', `${widthPx}`],
        ['height', `${heightPx}`],
        ['viewBox', box],
      ]);
      return [openTag('svg', root, true), ...out.slice(1)].join('');
    };
    return { text: out.join(''), sized, page, measures: this.measures };
  }

  private enter(tag: SaxesTagNS): void {
    this.nodes += 1;
    this.open.push(tag.local);
    if (this.nodes > MOST_NODES || this.open.length > MOST_DEPTH) throw new Refusal('svg_too_deep');
    // What is left out is looked at all the same: a script inside of metadata says what the file is.
    refuseActive(tag);
    if (this.silentFrom !== null) return;
    if (tag.uri !== SVG_SPACE || SILENT.has(tag.local)) {
      if (this.open.length === 1) throw new Refusal('broken');
      this.silentFrom = this.open.length;
      return;
    }
    if (!DRAWN.has(tag.local)) throw new Refusal('svg_element', { name: tag.local.slice(0, 40) });
    this.draw(tag);
  }

  private draw(tag: SaxesTagNS): void {
    const isRoot = this.open.length === 1;
    if (isRoot && tag.local !== 'svg') throw new Refusal('broken');
    const attributes = cleanAttributes(tag);
    if (isRoot) {
      this.root = attributes;
      this.page = pageOf(attributes);
      if (this.page === null) throw new Refusal('too_small');
    }
    this.measures.enter(tag.local, attributes);
    this.uses.enter(attributes.get('id'), [...attributes.values()].flatMap(urlTargets));
    const target = attributes.get('href');
    if (target !== undefined) this.uses.point(target.slice(1), tag.local === 'use');
    this.sheet = '';
    this.out.push(openTag(tag.local, attributes, isRoot));
  }

  private leave(): void {
    const depth = this.open.length;
    const name = this.open.pop() ?? '';
    if (this.silentFrom !== null) {
      if (this.silentFrom === depth) this.silentFrom = null;
      return;
    }
    if (name === 'style') this.writeSheet();
    this.measures.leave();
    this.uses.leave();
    this.out.push(`</${name}>`);
  }

  private text(text: string): void {
    const name = this.open.at(-1);
    if (this.silentFrom !== null || name === undefined) return;
    if (name === 'style') this.sheet += text;
    if (name !== 'text' && name !== 'tspan') return;
    if (text.trim() !== '') this.measures.text();
    this.out.push(escapeXml(text));
  }

  private writeSheet(): void {
    const rules = styleRules(this.sheet);
    this.measures.addRules(rules);
    for (const { selector, pairs } of rules) {
      for (const [, value] of pairs) for (const target of urlTargets(value)) this.uses.point(target, false);
      this.out.push(`${selector}{${pairs.map(([key, value]) => `${key}:${escapeXml(value)}`).join(';')}}`);
    }
  }
}

/** Throws on what runs, loads, or carries pixels, wherever it stands and however it is spelled. */
function refuseActive(tag: SaxesTagNS): void {
  const name = tag.local.toLowerCase();
  if (SCRIPTED.has(name) || tag.uri === XHTML_SPACE) throw new Refusal('svg_script');
  const attributes = Object.values(tag.attributes);
  if (attributes.some((each) => /^on/i.test(each.local))) throw new Refusal('svg_script');
  if (attributes.some((each) => each.name.toLowerCase() === 'xml:base')) throw new Refusal('svg_outside');
  if (!PICTURED.has(name) && !OUTSIDE.has(name)) return;
  const link = attributes.find((each) => /^(href|src)$/i.test(each.local))?.value ?? '';
  if (PICTURED.has(name) && /^\s*data:image\/(png|jpe?g|webp|gif)[;,]/i.test(link))
    throw new Refusal('svg_picture');
  if (link !== '') localTarget(link);
  throw new Refusal(OUTSIDE.has(name) ? 'svg_outside' : 'svg_picture');
}

function cleanAttributes(tag: SaxesTagNS): Map<string, string> {
  const kept = new Map<string, string>();
  for (const { local, uri, value } of Object.values(tag.attributes)) {
    if (local === 'href' && (uri === '' || uri === LINK_SPACE)) {
      const target = localTarget(value);
      if (POINTING.has(tag.local)) kept.set('href', `#${target}`);
    } else if (uri === '') {
      const clean = cleanAttribute(local, value);
      if (clean !== null) kept.set(local, clean);
    }
  }
  return kept;
}

function cleanAttribute(name: string, value: string): string | null {
  if (name === 'style') {
    const pairs = declarations(value).map(([key, each]) => `${key}:${each}`);
    return pairs.length === 0 ? null : pairs.join(';');
  }
  if (name === 'id') return /^[\w.:-]+$/.test(value) ? value : null;
  if (name === 'class') return /^[\w\s-]+$/.test(value) ? value : null;
  return PROPERTIES.has(name) || ATTRIBUTES.has(name) ? plainValue(value) : null;
}

function openTag(name: string, attributes: ReadonlyMap<string, string>, isRoot: boolean): string {
  const space = isRoot ? ` xmlns="${SVG_SPACE}"` : '';
  return `<${name}${space}${[...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
