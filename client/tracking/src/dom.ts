type Attributes = Readonly<Record<string, string | (() => void)>>;
type Child = Node | string | null;

/** Makes an element; a function value listens to the event its name says (`click`). Text is never read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(name, value);
    else made.addEventListener(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A 24-unit line drawing for the eye only; the word beside it speaks. */
export function icon(path: string): SVGSVGElement {
  const drawn = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
    ['class', 'icon'],
  ] as const) {
    drawn.setAttribute(name, value);
  }
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawn.append(line);
  return drawn;
}

export const ICONS = {
  done: 'M5 12.5l4.500 4.500L19 7.500',
  moving:
    'M3 7h11v9H3zM14 10h4l3 3v3h-7zM7 18.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3zM17.500 18.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  attention: 'M12 4l9 16H3zM12 10v4.500M12 17.300v.1',
  back: 'M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3',
} as const;
