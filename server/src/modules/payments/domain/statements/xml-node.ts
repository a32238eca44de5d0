/** One element of an XML file: namespace prefixes removed, text trimmed. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

/** The children with this name. */
export const all = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The first element below `node` along a path such as `Acct/Id/IBAN`. */
export const find = (node: XmlNode | undefined, path: string): XmlNode | undefined =>
  path
    .split('/')
    .reduce<XmlNode | undefined>((at, name) => at?.children.find((child) => child.name === name), node);

/** The text of the first of several paths that has one; empty when none has. */
export function textAt(node: XmlNode | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = find(node, path)?.text;
    if (text) return text;
  }
  return '';
}
