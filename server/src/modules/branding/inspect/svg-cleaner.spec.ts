import { describe, expect, it } from '@jest/globals';
import { SVG_ATTACKS } from '@qafila/shared/branding/testing/svg-attacks';
import { Refusal } from './refusal';
import { cleanSvg } from './svg-cleaner';

const attempt = (source: string): string | Refusal => {
  try {
    return cleanSvg(source).text;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
const drawing = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 200 100">${inner}</svg>`;

/** Whatever a browser would run or fetch; the name of the language of drawings is no address. */
const ALIVE =
  /<(script|foreignObject|iframe|image|a|animate|set|handler)\b|\son\w+\s*=|javascript:|vbscript:|@import|url\((?!["']?#)|href="(?!#)|(?:https?|file|data):|<!|<\?/i;
const withoutSpace = (text: string): string => text.replace(' xmlns="http://www.w3.org/2000/svg"', '');

describe('drawings that attack', () => {
  it('there are at least 120 of them, all different', () => {
    expect(new Set(SVG_ATTACKS).size).toBeGreaterThanOrEqual(120);
  });

  it('each is refused, or what is left neither runs nor fetches', () => {
    const alive = SVG_ATTACKS.filter((source) => {
      const clean = attempt(source);
      return typeof clean === 'string' && ALIVE.test(withoutSpace(clean));
    });
    expect(alive).toEqual([]);
  });

  it('the measure of that finds each attack that says what it does', () => {
    const plain = SVG_ATTACKS.filter((source) => ALIVE.test(withoutSpace(source)));
    expect(plain.length).toBeGreaterThan(100);
  });

  it.each([
    ['a use that draws itself', drawing('<g id="a"><use href="#a"/></g>')],
    [
      'ten times ten times ten',
      drawing(
        `<g id="l0"><path d="M0 0h1"/></g>${[1, 2, 3, 4, 5, 6]
          .map((level) => `<g id="l${level}">${`<use href="#l${level - 1}"/>`.repeat(10)}</g>`)
          .join('')}`,
      ),
    ],
    ['too deep', drawing(`${'<g>'.repeat(80)}${'</g>'.repeat(80)}`)],
    ['too many', drawing('<path d="M0 0"/>'.repeat(50_001))],
  ])('%s is refused', (_name, source) => {
    expect(attempt(source)).toMatchObject({ reason: 'svg_too_deep' });
  });
});

describe('a drawing that is one', () => {
  it('keeps shapes, gradients, classes and uses, and loses notes of programs', () => {
    const { text } = cleanSvg(
      drawing(
        '<metadata>Studio</metadata><defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient></defs>' +
          '<style>.a{fill:url(#g)}</style><path id="p" class="a" d="M0 0h9v9z"/><use href="#p" x="9"/>',
      ),
    );
    expect(text).toContain('.a{fill:url(#g)}');
    expect(text).toContain('<use href="#p" x="9">');
    expect(text).not.toContain('Studio');
  });

  it('is measured at its printed size: 200 units are 100 mm', () => {
    const { page, measures } = cleanSvg(
      drawing(
        '<g transform="scale(0.5)"><path stroke="#000" stroke-width="0.4" d="M0 0h9"/></g><text font-size="8">x</text>',
      ),
    );
    expect(page.widthPt).toBeCloseTo(283.465, 2);
    expect((measures.thinnestLine ?? 0) * page.ptPerUnit).toBeCloseTo(0.2835, 3);
    expect((measures.smallestText ?? 0) * page.ptPerUnit).toBeCloseTo(11.339, 2);
  });
});
