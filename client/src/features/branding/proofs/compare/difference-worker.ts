import { differenceOf, type Pixels } from './pixel-difference';

/** Beside the page, so that it stays quick while millions of pixels are compared. */
addEventListener('message', ({ data }: MessageEvent<{ one: Pixels; other: Pixels }>) => {
  const difference = differenceOf(data.one, data.other);
  postMessage(difference, { transfer: [difference.heat.data.buffer] });
});
