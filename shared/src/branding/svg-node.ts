/** An element of a drawing: text for a file, elements for a screen; never a string put into a page. */
export interface SvgNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export const svg = (
  tag: string,
  attrs: SvgNode['attrs'] = {},
  children: SvgNode['children'] = [],
): SvgNode => ({ tag, attrs, children });

/** Thousandths of a millimetre are finer than any press. */
export const tidy = (value: number): number => Math.round(value * 1000) / 1000;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The element as text of a file. */
export function svgText(node: SvgNode): string {
  const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = node.children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${node.tag}${attrs.join('')}>${inner.join('')}</${node.tag}>`;
}
