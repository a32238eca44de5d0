import { type SvgNode, svgText } from '@qafila/shared/branding/svg-node';

const LONG_SIDE_PX = 2000;

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The drawing as it is, with its pictures inside. */
export const saveSvg = (node: SvgNode, name: string): void =>
  save(new Blob([svgText(node)], { type: 'image/svg+xml' }), `${name}.svg`);

/** A drawing as an address of its own: the page loads pictures from itself and from such addresses only. */
const addressOf = (node: SvgNode): string => `data:image/svg+xml,${encodeURIComponent(svgText(node))}`;

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The drawing could not be read as a picture'));
    image.src = url;
  });
}

/** The drawing as a picture, made in the browser. */
export async function savePng(node: SvgNode, name: string): Promise<void> {
  const [, , width = 1, height = 1] = String(node.attrs.viewBox).split(' ').map(Number);
  const scale = LONG_SIDE_PX / Math.max(width, height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  // Without a size in pixels a browser draws it small and then enlarges the pixels.
  const image = await loaded(addressOf({ ...node, attrs: { ...node.attrs, ...size } }));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be made');
  save(blob, `${name}.png`);
}
