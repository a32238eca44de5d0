import { readFile, stat } from 'node:fs/promises';
import { ASSET_CONTENT_TYPES, type AssetType } from '@qafila/shared/branding/asset-types';
import { type DrawnPage, drawDerivatives } from './derivatives';
import { typeByName } from './file-name';
import type { InspectedFile, InspectedPage, Inspection } from './inspect-asset';
import { openPdf } from './open-pdf';
import { isPictureType, openPicture } from './open-picture';
import { openSvg } from './open-svg';
import type { OpenedAsset } from './opened-asset';
import { Refusal } from './refusal';
import { isAlsoSomethingElse, typeByContent } from './sniff';

const MOST_BYTES = 100 * 1024 * 1024;
const HEAD = 65_536;

/** Opens a file whole, measures it and draws what may be shown of it. Runs in the child process only. */
export async function inspectFile(file: InspectedFile): Promise<Inspection> {
  try {
    const opened = await openFile(file);
    const drawn: DrawnPage[] = [];
    for (const page of opened.pages) drawn.push(await drawDerivatives(page, file.scratch));
    const { type } = opened.facts;
    return {
      verdict: 'ready',
      type,
      contentType: ASSET_CONTENT_TYPES[type],
      pages: drawn.flatMap((each, index) => pageOf(opened, each, index)),
      derivatives: drawn.flatMap((each) => each.derivatives),
      facts: opened.facts,
      cleaned: opened.cleaned,
    };
  } catch (error) {
    // What no opener foresaw is a file that cannot be read: it is refused, never shown.
    const refusal = error instanceof Refusal ? error : new Refusal('broken');
    return { verdict: 'rejected', reason: refusal.reason, params: { ...refusal.params } };
  }
}

async function openFile({ path, declaredName, scratch }: InspectedFile): Promise<OpenedAsset> {
  const { size } = await stat(path);
  if (size === 0) throw new Refusal('empty');
  if (size > MOST_BYTES) throw new Refusal('too_big');
  const named = typeByName(declaredName);
  const bytes = await readFile(path);
  const type = agreedType(bytes, named);
  if (isPictureType(type)) return openPicture(path, type, bytes);
  return type === 'svg' ? openSvg(bytes, scratch) : openPdf(bytes, scratch);
}

function agreedType(bytes: Buffer, named: AssetType): AssetType {
  const type = typeByContent(bytes.subarray(0, HEAD));
  if (type === null) {
    const isMoved = named === 'pdf' && bytes.subarray(0, HEAD).includes('%PDF-');
    throw new Refusal(isMoved ? 'several_types' : 'type_not_accepted');
  }
  if (type !== named) throw new Refusal('type_differs');
  if (isAlsoSomethingElse(bytes, type)) throw new Refusal('several_types');
  return type;
}

function pageOf({ facts }: OpenedAsset, drawn: DrawnPage, index: number): InspectedPage[] {
  const page = facts.pages[index];
  if (page === undefined) return [];
  return [
    {
      page: page.page,
      widthPx: drawn.widthPx,
      heightPx: drawn.heightPx,
      mediaWMm: page.media.w,
      mediaHMm: page.media.h,
      trim: page.trim ?? page.media,
      tileLevels: drawn.tileLevels,
    },
  ];
}
