import type { SvgNode } from '@qafila/shared/branding/svg-node';
import { createElement, type ReactNode } from 'react';

const camel = (name: string): string =>
  name.startsWith('data-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const elementOf = (node: SvgNode | string, key: number): ReactNode =>
  typeof node === 'string'
    ? node
    : createElement(
        node.tag,
        {
          key,
          ...Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [camel(name), value])),
        },
        ...node.children.map(elementOf),
      );

interface DrawingProps {
  readonly node: SvgNode;
  /** What it shows, for whoever does not see it. */
  readonly label: string;
  readonly className?: string;
}

/** A drawing as elements of the page. Its size is the style's; measures in millimetres are for its file. */
export function Drawing({ node, label, className }: DrawingProps): ReactNode {
  const { width: _width, height: _height, xmlns: _xmlns, ...attrs } = node.attrs;
  return (
    <svg {...attrs} className={className} role="img" aria-label={label} direction="ltr">
      {node.children.map(elementOf)}
    </svg>
  );
}
