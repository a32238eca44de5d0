import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import type { Box } from '../viewer/view';
import { mediaOf } from '../viewer/view';
import type { Difference, Pixels } from './pixel-difference';

/** A page and the picture of it that is compared. */
export interface ComparedPage {
  readonly url: string;
  readonly page: ProofPageView;
}
export interface PageDifference extends Difference {
  /** What was compared: the medium of the first page, in millimetres of its trim box. */
  readonly area: Box;
}

async function pictureAt(url: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return picture;
}

/** The part of a picture that lies in the area, at so many pixels a millimetre, over white. */
function drawn(
  picture: HTMLImageElement,
  page: ProofPageView,
  { area, scale }: { area: Box; scale: number },
): Pixels {
  const width = Math.max(1, Math.round(area.width * scale));
  const height = Math.max(1, Math.round(area.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ink = canvas.getContext('2d', { willReadFrequently: true });
  if (!ink) throw new Error('This browser draws no pictures');
  ink.fillStyle = '#fff';
  ink.fillRect(0, 0, width, height);
  const media = mediaOf(page);
  const at = { x: (media.x - area.x) * scale, y: (media.y - area.y) * scale };
  ink.drawImage(picture, at.x, at.y, media.width * scale, media.height * scale);
  return { width, height, data: ink.getImageData(0, 0, width, height).data };
}

function inWorker(one: Pixels, other: Pixels): Promise<Difference> {
  const worker = new Worker(new URL('./difference-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Difference>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Difference>) => resolve(data);
    worker.onerror = () => reject(new Error('The comparison stopped'));
    worker.postMessage({ one, other }, [one.data.buffer, other.data.buffer]);
  }).finally(() => worker.terminate());
}

/** Compares two pages at equal scale, trim box on trim box; what one has and the other has not is a change. */
export async function comparePages(one: ComparedPage, other: ComparedPage): Promise<PageDifference> {
  const [first, second] = await Promise.all([pictureAt(one.url), pictureAt(other.url)]);
  const area = mediaOf(one.page);
  const scale = Math.min(first.naturalWidth / one.page.mediaWMm, second.naturalWidth / other.page.mediaWMm);
  const found = await inWorker(
    drawn(second, other.page, { area, scale }),
    drawn(first, one.page, { area, scale }),
  );
  return { ...found, area };
}
