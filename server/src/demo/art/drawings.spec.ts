import { describe, expect, it } from '@jest/globals';
import { demoProducts } from '../catalogue/products';
import { brightness, mix } from './colour';
import { demoLogos } from './demo-logos';
import { drawLogo } from './draw-logo';
import { drawProduct } from './draw-product';
import { type PictureSpec, shapes } from './picture-spec';

const MAX_BYTES = 6000;
const sample = { main: '#a8755c', accent: '#2f6f6a', ground: '#e9c49f' };
const drawings = [
  ...shapes.map((shape) => ({ name: `shape ${shape}`, svg: drawProduct({ shape, ...sample }) })),
  ...demoProducts.map((product) => ({ name: product.slug, svg: drawProduct(product.picture) })),
  ...Object.entries(demoLogos).map(([name, logo]) => ({ name, svg: drawLogo(logo) })),
];
const failing = (wrong: (svg: string) => boolean): string[] =>
  drawings.filter(({ svg }) => wrong(svg)).map(({ name }) => name);

/** What remains open, or the first thing that closes without having been opened. */
function tagFault(svg: string): string | undefined {
  const open: string[] = [];
  const attributes = /^(\s+[\w:-]+="[^"<>&]*")*\s*$/;
  for (const [, closing, name = '', rest = '', empty] of svg.matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>/g)) {
    if (!attributes.test(rest)) return `attributes of ${name}: ${rest}`;
    if (closing && open.pop() !== name) return `</${name}>`;
    if (!closing && !empty) open.push(name);
  }
  return open.at(-1);
}

describe('the drawings', () => {
  it('has at least 16 shapes, and the catalogue shows every one', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(16);
    const shown = new Set(demoProducts.map((product) => product.picture.shape));
    expect(shapes.filter((shape) => !shown.has(shape))).toEqual([]);
    expect(new Set(shapes.map((shape) => drawProduct({ shape, ...sample }))).size).toBe(shapes.length);
  });

  it('gives every product a picture of its own', () => {
    const pictures = new Set(demoProducts.map((product) => drawProduct(product.picture)));
    expect(pictures.size).toBe(demoProducts.length);
  });

  it('keeps grounds apart: no neighbours in the grid share one', () => {
    const grounds = demoProducts.map((product) => product.picture.ground);
    expect(grounds.filter((ground, index) => ground === grounds[index - 1])).toEqual([]);
    expect(new Set(grounds).size).toBeGreaterThan(50);
  });

  it('draws the same picture for the same words', () => {
    const spec: PictureSpec = { shape: 'teapot', ...sample };
    expect(drawProduct(spec)).toBe(drawProduct({ ...spec }));
  });
});

describe('the files', () => {
  it('are well-formed squares of 240 with nothing left open', () => {
    expect(drawings.flatMap(({ name, svg }) => (tagFault(svg) ? [`${name}: ${tagFault(svg)}`] : []))).toEqual(
      [],
    );
    expect(
      failing((svg) => !/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 240 240"/.test(svg)),
    ).toEqual([]);
  });

  it('weigh less than 6 kB', () => {
    expect(failing((svg) => Buffer.byteLength(svg) >= MAX_BYTES)).toEqual([]);
  });

  it('hold no words, scripts, handlers, styles or references to elsewhere', () => {
    expect(failing((svg) => />[^<]+</.test(svg))).toEqual([]);
    expect(
      failing((svg) => /<(text|tspan|title|desc|script|style|image|use|foreignObject)\b/.test(svg)),
    ).toEqual([]);
    expect(failing((svg) => /href|\son\w+=|style=|data:|@import/.test(svg))).toEqual([]);
    expect(failing((svg) => /https?:/.test(svg.replace('http://www.w3.org/2000/svg', '')))).toEqual([]);
  });

  it('use only gradients they define themselves', () => {
    const foreign = failing((svg) => {
      const defined = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      return [...svg.matchAll(/url\(#([^)]+)\)/g)].some(([, id]) => !defined.has(id));
    });
    expect(foreign).toEqual([]);
  });

  it('contain no broken numbers or colours', () => {
    expect(failing((svg) => /NaN|undefined|Infinity|null/.test(svg))).toEqual([]);
    expect(failing((svg) => /#(?![0-9a-f]{3}"|[0-9a-f]{6}"|p[0-9a-f]{18}[a-z]\))/.test(svg))).toEqual([]);
  });
});

describe('colours', () => {
  it('mixes channel by channel', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#102030', '#102030', 0.7)).toBe('#102030');
    expect(brightness('#ffffff')).toBeCloseTo(255);
    expect(brightness('#000000')).toBe(0);
  });
});
