import type { OpenedAsset } from './opened-asset';
import { Refusal } from './refusal';

/** Opens a PDF. */
export function openPdf(_bytes: Buffer, _scratch: string): Promise<OpenedAsset> {
  throw new Refusal('type_not_accepted');
}
