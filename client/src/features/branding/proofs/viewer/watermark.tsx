import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { memo, type ReactNode, useId } from 'react';
import { mediaOf } from './view';

const ACROSS = 3;
const TURN = -24;

interface WatermarkProps {
  readonly page: ProofPageView;
  /** Stands across the picture until it is approved. */
  readonly text: string;
}

/** Not approved yet: said over the whole page, in its own millimetres, so that no picture of it passes for the final one. */
export const Watermark = memo(function Watermark({ page, text }: WatermarkProps): ReactNode {
  const media = mediaOf(page);
  const step = media.width / ACROSS;
  const size = Math.min(step / (text.length * 0.72), step / 4);
  const rise = Math.max(size * 4.2, media.height / 8);
  const down = Math.ceil(media.height / rise) + 1;
  const places = Array.from({ length: down * (ACROSS + 1) }, (_, index) => {
    const row = Math.floor(index / (ACROSS + 1));
    const col = index % (ACROSS + 1);
    return { x: media.x + (col - (row % 2) / 2) * step, y: media.y + row * rise };
  });
  const clipId = useId();
  return (
    <g className="proof-watermark" fontSize={size} clipPath={`url(#${clipId})`} aria-hidden>
      <clipPath id={clipId}>
        <rect x={media.x} y={media.y} width={media.width} height={media.height} />
      </clipPath>
      {places.map(({ x, y }) => (
        <text key={`${x} ${y}`} transform={`translate(${x} ${y}) rotate(${TURN})`}>
          {text}
        </text>
      ))}
    </g>
  );
});
