/** What an SVG from outside may hold. Everything else is refused, or left out where it draws nothing. */
export const DRAWN: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask'],
]);
/** Shapes that a stroke is seen on. */
export const SHAPES: ReadonlySet<string> = new Set([
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
]);
/** Left out with all they hold: words for programs and screen readers. */
export const SILENT: ReadonlySet<string> = new Set(['metadata', 'title', 'desc']);
export const SCRIPTED: ReadonlySet<string> = new Set([
  ...['script', 'handler', 'listener', 'iframe', 'object', 'embed', 'foreignobject'],
  ...['animate', 'animatetransform', 'animatemotion', 'animatecolor', 'set', 'discard', 'html', 'body'],
]);
export const PICTURED: ReadonlySet<string> = new Set(['image', 'feimage']);
export const OUTSIDE: ReadonlySet<string> = new Set([
  'a',
  'link',
  'import',
  'font-face-uri',
  'cursor',
  'base',
]);

/** Properties that are written as attributes and as styles alike. */
export const PROPERTIES: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'color'],
  ...['clip-path', 'clip-rule', 'mask', 'stop-color', 'stop-opacity', 'display', 'visibility', 'paint-order'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-stretch', 'text-anchor', 'direction'],
  ...['letter-spacing', 'word-spacing', 'dominant-baseline', 'alignment-baseline', 'baseline-shift'],
  ...['writing-mode', 'unicode-bidi', 'isolation', 'mix-blend-mode', 'overflow', 'mask-type'],
  ...['text-decoration', 'shape-rendering', 'color-interpolation'],
]);
/** Attributes besides properties, `id`, `class`, `style` and `href`. */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'dx', 'dy'],
  ...['width', 'height', 'points', 'transform', 'viewBox', 'preserveAspectRatio', 'offset', 'rotate'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
  ...['textLength', 'lengthAdjust', 'pathLength', 'version'],
]);
/** Elements whose `href` may point within the drawing. */
export const POINTING: ReadonlySet<string> = new Set(['use', 'linearGradient', 'radialGradient']);

export const SVG_SPACE = 'http://www.w3.org/2000/svg';
export const XHTML_SPACE = 'http://www.w3.org/1999/xhtml';
export const LINK_SPACE = 'http://www.w3.org/1999/xlink';
