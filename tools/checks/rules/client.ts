import * as ts from 'typescript';
import type { FileRule } from '../rule';
import type { CheckedFile, Finding } from '../tree';

const CLIENT = ['client/src/', 'client/tracking/'];
const PHYSICAL_CSS =
  /(?<![\w-])(?:(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right)|border-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|float)\s*:|(?<![\w-])(?:text-align|clear)\s*:\s*(?:left|right)\b/g;
const PHYSICAL_STYLE =
  /^(margin|padding|scrollMargin|scrollPadding)(Left|Right)$|^border(Left|Right)([A-Z]\w*)?$|^border(Top|Bottom)(Left|Right)Radius$|^float$/;
/** Short names of Mantine's style properties that mean left or right; `ms me ps pe` are the logical ones. */
const PHYSICAL_PROPS = new Set(['ml', 'mr', 'pl', 'pr', 'bdl', 'bdr']);
/** As a style these have a length; a component of ours may call a rest `left`. */
const SIDE_PROPS = new Set(['left', 'right']);
const SPOKEN_PROPS =
  /^(title|placeholder|alt|label|description|error|aria-(label|description|roledescription|valuetext|placeholder)|\w+(Label|Placeholder|Title|Message))$/;
const RAW_HTML = new Set([
  'dangerouslySetInnerHTML',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'srcDoc',
]);

export const logicalCss: FileRule = {
  name: 'logical-css',
  sentence: 'Styles know start and end, never left and right.',
  why: 'Arabic runs from the right: a physical side is wrong for half of the people.',
  check(file) {
    if (!file.under(...CLIENT)) return [];
    if (file.path.endsWith('.css')) return cssOf(file).matches(PHYSICAL_CSS);
    const keys = file.every(ts.isPropertyAssignment).filter((node) => isPhysicalStyle(node));
    const props = file
      .every(ts.isJsxAttribute)
      .filter((node) => isPhysicalProp(node) || isPhysicalAlign(node));
    return [...keys, ...props].map((node) => file.at(node));
  },
};

export const textThroughT: FileRule = {
  name: 'text-through-t',
  sentence: 'Text that people read in the client comes from t().',
  why: 'A sentence in the markup speaks one language of four, and no translator will ever see it.',
  check(file) {
    if (!file.under(...CLIENT) || !file.path.endsWith('.tsx') || file.isSpec) return [];
    const texts = file.every(ts.isJsxText).filter((node) => hasLetter(withoutEntities(node.text)));
    const strings = file.every(ts.isJsxExpression).flatMap(({ parent, expression }) => {
      const isSpoken = !ts.isJsxAttribute(parent) || SPOKEN_PROPS.test(parent.name.getText());
      return expression !== undefined && isSpoken ? spokenLiterals(expression) : [];
    });
    const props = file
      .every(ts.isJsxAttribute)
      .filter((node) => SPOKEN_PROPS.test(node.name.getText()))
      .flatMap(({ initializer }) =>
        initializer !== undefined && ts.isStringLiteral(initializer) && hasLetter(initializer.text)
          ? [initializer]
          : [],
      );
    const isName = (node: ts.Node): boolean => file.under('client/src/') && !hasLetter(withoutName(node));
    return [...texts, ...strings, ...props].filter((node) => !isName(node)).map((node) => file.at(node));
  },
};

export const noRawHtml: FileRule = {
  name: 'no-raw-html',
  sentence: 'The client never puts a string into the page as HTML.',
  why: "A trader's name with a tag in it would run in the browser of the staff.",
  check(file) {
    if (!file.under('client/')) return [];
    return file
      .every(ts.isIdentifier)
      .filter((node) => RAW_HTML.has(node.text))
      .map((node) => file.at(node.parent));
  },
};

/** The same lines, with comments blanked. */
function cssOf(file: CheckedFile): { matches(pattern: RegExp): Finding[] } {
  const bare = file.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return {
    matches: (pattern) => [...bare.matchAll(pattern)].map((hit) => file.atOffset(hit.index, hit[0])),
  };
}

function isPhysicalStyle(node: ts.PropertyAssignment): boolean {
  const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '';
  if (PHYSICAL_STYLE.test(name)) return true;
  const value = ts.isStringLiteral(node.initializer) ? node.initializer.text : '';
  if (name === 'textAlign') return value === 'left' || value === 'right';
  return (name === 'left' || name === 'right') && isInsideStyle(node);
}

function isInsideStyle(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node)) return /^(style|styles|sx)$/.test(node.name.getText());
  return node.parent !== undefined && !ts.isFunctionLike(node) && isInsideStyle(node.parent);
}

function isPhysicalProp({ name, initializer }: ts.JsxAttribute): boolean {
  const length =
    initializer !== undefined && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
  const isLength = length !== undefined && (ts.isNumericLiteral(length) || ts.isStringLiteral(length));
  return PHYSICAL_PROPS.has(name.getText()) || (SIDE_PROPS.has(name.getText()) && isLength);
}

function isPhysicalAlign(node: ts.JsxAttribute): boolean {
  const { initializer } = node;
  const value = initializer !== undefined && ts.isStringLiteral(initializer) ? initializer.text : '';
  return node.name.getText() === 'ta' && (value === 'left' || value === 'right');
}

/** Strings a reader would see: alone, or as one side of a choice. */
function spokenLiterals(node: ts.Expression): ts.Node[] {
  if (ts.isParenthesizedExpression(node)) return spokenLiterals(node.expression);
  if (ts.isConditionalExpression(node))
    return [...spokenLiterals(node.whenTrue), ...spokenLiterals(node.whenFalse)];
  if (ts.isBinaryExpression(node))
    return [...spokenLiterals(node.left), ...spokenLiterals(node.right)].filter(isSide(node));
  if (ts.isTemplateExpression(node)) {
    const words = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
    return words.some(hasWord) ? [node] : [];
  }
  return ts.isStringLiteralLike(node) && hasLetter(node.text) ? [node] : [];
}

/** Both sides of a comparison are values, not words; of `+`, `&&`, `||` and `??` they are read. */
function isSide({ operatorToken }: ts.BinaryExpression): () => boolean {
  const read = [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ];
  return () => read.includes(operatorToken.kind);
}

function withoutEntities(text: string): string {
  return text.replace(/&#?\w+;/g, '');
}

/** The portal's own name is a name in every language; the recipient bundle may not even say it. */
function withoutName(node: ts.Node): string {
  const words = ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map((span) => span.literal.text).join(' ')
    : node.getText();
  return words.replace(/Qafila|قافلة/g, '');
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

function hasWord(text: string): boolean {
  return /\p{L}{2,}/u.test(text);
}
