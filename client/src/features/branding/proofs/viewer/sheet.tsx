import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { memo, type ReactNode } from 'react';
import type { Pictures } from '../side';
import { tilesInView } from './tiles';
import type { ViewControl } from './use-view';

interface SheetProps {
  readonly fileId: string;
  readonly page: ProofPageView;
  readonly pictures: Pictures;
  readonly control: Pick<ViewControl, 'view' | 'window'>;
  readonly opacity?: number;
}

/** The page drawn from its tiles: only those that are seen are there, over a coarser one while they come. */
export function Sheet({ fileId, page, pictures, control, opacity = 1 }: SheetProps): ReactNode {
  const { view, window } = control;
  if (window.width === 0) return null;
  const tiles = tilesInView(page, { view, window, density: globalThis.devicePixelRatio });
  return (
    <div className="proof-sheet" style={{ opacity }}>
      {tiles.map((tile) => (
        <Tile
          key={`${fileId} ${page.page} ${tile.level} ${tile.col} ${tile.row}`}
          src={pictures.tile({ id: fileId, page: page.page }, tile)}
          x={tile.x * view.zoom}
          y={tile.y * view.zoom}
          width={tile.width * view.zoom}
          height={tile.height * view.zoom}
        />
      ))}
    </div>
  );
}

interface TileProps {
  readonly src: string;
  /** In CSS pixels from the corner of the trim box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const Tile = memo(function Tile({ src, x, y, width, height }: TileProps): ReactNode {
  return (
    <img
      className="proof-tile"
      src={src}
      alt=""
      draggable={false}
      decoding="async"
      style={{ transform: `translate(${x}px, ${y}px)`, inlineSize: width, blockSize: height }}
    />
  );
});
