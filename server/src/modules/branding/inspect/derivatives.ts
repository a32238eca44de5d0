import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Derivative } from './inspect-asset';
import { STRICT } from './open-picture';
import type { PageRaster } from './opened-asset';

const THUMB = 320;
const PREVIEW = 1600;
const TILE = 512;
const JPEG_QUALITY = 88;
type Form = 'png' | 'jpeg';

export interface DrawnPage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tileLevels: number;
  readonly derivatives: readonly Derivative[];
}

/**
 * Writes what a screen is shown of one page: every pixel decoded and encoded again, nothing of the file's own
 * bytes, notes or profiles. Tiles are cut as the picture streams by, so that a large page is never held whole.
 */
export async function drawDerivatives({ page, raster }: PageRaster, scratch: string): Promise<DrawnPage> {
  const meta = await sharp(raster, STRICT).metadata();
  const form = formOf(meta);
  const fitted = (side: number): Sharp =>
    encoded(
      sharp(raster, STRICT).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true }),
      form,
    );
  const single = async (kind: 'thumb' | 'preview', side: number): Promise<Derivative> => {
    const file = `${page}-${kind}.${form}`;
    const { width, height } = await fitted(side).toFile(join(scratch, file));
    return { ...derivative(page, form), kind, file, widthPx: width, heightPx: height };
  };
  const thumb = await single('thumb', THUMB);
  const preview = await single('preview', PREVIEW);
  const { width: widthPx, height: heightPx } = meta.autoOrient;
  const tiles = await cutTiles({ page, raster }, { scratch, form, widthPx, heightPx });
  const tileLevels = Math.max(...tiles.map((tile) => tile.level)) + 1;
  return { widthPx, heightPx, tileLevels, derivatives: [thumb, preview, ...tiles] };
}

/** What a camera wrote stays JPEG; drawings keep their edges, and what shines through its alpha. */
const formOf = (meta: Metadata): Form => (meta.format === 'jpeg' ? 'jpeg' : 'png');

const encoded = (picture: Sharp, form: Form): Sharp =>
  form === 'jpeg'
    ? picture.toColourspace('srgb').jpeg({ quality: JPEG_QUALITY })
    : picture.toColourspace('srgb').png({ compressionLevel: 5 });

const derivative = (page: number, form: Form) => ({
  page,
  level: 0,
  col: 0,
  row: 0,
  contentType: `image/${form}` as const,
});

interface Cut {
  readonly scratch: string;
  readonly form: Form;
  readonly widthPx: number;
  readonly heightPx: number;
}

async function cutTiles({ page, raster }: PageRaster, cut: Cut): Promise<Derivative[]> {
  const folder = join(cut.scratch, `${page}-tiles`);
  await mkdir(folder);
  await encoded(sharp(raster, STRICT).rotate(), cut.form)
    .tile({ size: TILE, overlap: 0, layout: 'dz', depth: 'onetile', skipBlanks: -1 })
    .toFile(join(folder, 'page.dz'));
  const names = await readdir(join(folder, 'page_files'));
  const levels = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const most = Math.max(...levels);
  const cutAt = async (level: number): Promise<Derivative[]> => {
    const files = await readdir(join(folder, 'page_files', String(level)));
    return files.flatMap((name) => tileOf({ page, level, most, name }, cut));
  };
  return (await Promise.all(levels.map(cutAt))).flat();
}

interface TileName {
  readonly page: number;
  readonly level: number;
  readonly most: number;
  readonly name: string;
}

function tileOf({ page, level, most, name }: TileName, cut: Cut): Derivative[] {
  const [, col, row] = /^(\d+)_(\d+)\.(?:png|jpe?g)$/.exec(name) ?? [];
  if (col === undefined || row === undefined) return [];
  const left = (size: number, index: number): number =>
    Math.min(TILE, Math.ceil(size / 2 ** (most - level)) - index * TILE);
  return [
    {
      ...derivative(page, cut.form),
      kind: 'tile',
      level,
      col: Number(col),
      row: Number(row),
      file: `${page}-tiles/page_files/${level}/${name}`,
      widthPx: left(cut.widthPx, Number(col)),
      heightPx: left(cut.heightPx, Number(row)),
    },
  ];
}
