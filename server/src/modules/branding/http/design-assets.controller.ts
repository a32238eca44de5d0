import { Controller } from '@nestjs/common';
import {
  designAssetOriginal,
  designAssetPreview,
  designAssetThumb,
  designAssetTile,
  readDesignAsset,
} from '@qafila/shared/branding/design-assets.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { FetchOriginal } from '../app/fetch-original';
import { ReadAsset } from '../app/read-asset';
import { ShowAssetPicture } from '../app/show-asset-picture';
import { sendOriginal, sendPicture } from './asset-replies';

const WHOLE = { level: 0, col: 0, row: 0 } as const;

/** Files as designers see them: those of briefs that were sent, under neutral names. */
@Controller()
export class DesignAssetsController {
  constructor(
    private readonly read: ReadAsset,
    private readonly picture: ShowAssetPicture,
    private readonly original: FetchOriginal,
  ) {}

  @Handles(readDesignAsset)
  readDesignAsset(@TheCall() call: SignedInCall<typeof readDesignAsset>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(designAssetThumb)
  async designAssetThumb(@TheCall() call: SignedInCall<typeof designAssetThumb>) {
    const at = { ...WHOLE, page: 1, kind: 'thumb' } as const;
    return sendPicture(call.http.reply, await this.picture.run(call.actor, call.params.id, at));
  }

  @Handles(designAssetPreview)
  async designAssetPreview(@TheCall() call: SignedInCall<typeof designAssetPreview>) {
    const { id, page } = call.params;
    const at = { ...WHOLE, page, kind: 'preview' } as const;
    return sendPicture(call.http.reply, await this.picture.run(call.actor, id, at));
  }

  @Handles(designAssetTile)
  async designAssetTile(@TheCall() call: SignedInCall<typeof designAssetTile>) {
    const { id, ...tile } = call.params;
    const at = { ...tile, kind: 'tile' } as const;
    return sendPicture(call.http.reply, await this.picture.run(call.actor, id, at));
  }

  @Handles(designAssetOriginal)
  async designAssetOriginal(@TheCall() call: SignedInCall<typeof designAssetOriginal>) {
    return sendOriginal(call.http.reply, await this.original.run(call.actor, call.params.id));
  }
}
