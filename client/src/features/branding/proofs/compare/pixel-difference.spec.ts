import { describe, expect, it } from '@jest/globals';
import { differenceOf, type Pixels, saidPercent } from './pixel-difference';

const plain = (width: number, height: number, colour: readonly number[]): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([...colour], at);
  return { width, height, data };
};
/** The same picture with one pixel of another colour. */
function dotted(of: Pixels, pixel: number, colour: readonly number[]): Pixels {
  const data = new Uint8ClampedArray(of.data);
  data.set([...colour], pixel * 4);
  return { ...of, data };
}
const at = ({ data }: Pixels, pixel: number): number[] => [...data.slice(pixel * 4, pixel * 4 + 3)];
const lightOf = ([r = 0, g = 0, b = 0]: readonly number[]): number => 0.299 * r + 0.587 * g + 0.114 * b;

describe('the difference of two pictures', () => {
  const paper = plain(10, 10, [240, 226, 196, 255]);

  it('is nothing between a picture and itself', () => {
    expect(differenceOf(paper, paper).percent).toBe(0);
  });

  it('is one percent for one of a hundred pixels', () => {
    const { percent, heat } = differenceOf(paper, dotted(paper, 33, [20, 20, 20, 255]));
    expect(percent).toBe(1);
    expect(at(heat, 33)).toEqual([128, 20, 110]);
  });

  it('takes what an encoder leaves for no change', () => {
    expect(differenceOf(paper, plain(10, 10, [246, 220, 190, 255])).percent).toBe(0);
  });

  it('sees what shines through as paper', () => {
    const clear = plain(10, 10, [0, 0, 0, 0]);
    expect(differenceOf(clear, plain(10, 10, [255, 255, 255, 255])).percent).toBe(0);
    expect(differenceOf(clear, plain(10, 10, [0, 0, 0, 255])).percent).toBe(100);
  });

  it('gets darker with the change, so that it is read without colours', () => {
    const light = (grey: number): number =>
      lightOf(at(differenceOf(paper, dotted(paper, 5, [grey, grey, grey, 255])).heat, 5));
    expect(light(200)).toBeGreaterThan(light(150));
    expect(light(150)).toBeGreaterThan(light(90));
  });

  it('is said with one decimal, and never as nothing', () => {
    expect(saidPercent(0)).toBe(0);
    expect(saidPercent(0.004)).toBe(0.1);
    expect(saidPercent(12.345)).toBe(12.3);
  });
});
