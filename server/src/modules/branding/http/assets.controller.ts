import { Controller } from '@nestjs/common';
import {
  assetOriginal,
  assetPreview,
  assetThumb,
  assetTile,
  checkAsset,
  listAssets,
  readAsset,
} from '@qafila/shared/branding/assets.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { CheckAsset } from '../app/check-asset';
import { FetchOriginal } from '../app/fetch-original';
import { ListAssets } from '../app/list-assets';
import { ReadAsset } from '../app/read-asset';
import { ShowAssetPicture } from '../app/show-asset-picture';
import { sendOriginal, sendPicture } from './asset-replies';

const WHOLE = { level: 0, col: 0, row: 0 } as const;

/** Files of the own company. */
@Controller()
export class AssetsController {
  constructor(
    private readonly list: ListAssets,
    private readonly read: ReadAsset,
    private readonly check: CheckAsset,
    private readonly picture: ShowAssetPicture,
    private readonly original: FetchOriginal,
  ) {}

  @Handles(listAssets)
  listAssets(@TheCall() call: SignedInCall<typeof listAssets>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(readAsset)
  readAsset(@TheCall() call: SignedInCall<typeof readAsset>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(checkAsset)
  checkAsset(@TheCall() call: SignedInCall<typeof checkAsset>) {
    return this.check.run(call.actor, call.params.id);
  }

  @Handles(assetThumb)
  async assetThumb(@TheCall() call: SignedInCall<typeof assetThumb>) {
    const at = { ...WHOLE, page: 1, kind: 'thumb' } as const;
    return sendPicture(call.http.reply, await this.picture.run(call.actor, call.params.id, at));
  }

  @Handles(assetPreview)
  async assetPreview(@TheCall() call: SignedInCall<typeof assetPreview>) {
    const { id, page } = call.params;
    const at = { ...WHOLE, page, kind: 'preview' } as const;
    return sendPicture(call.http.reply, await this.picture.run(call.actor, id, at));
  }

  @Handles(assetTile)
  async assetTile(@TheCall() call: SignedInCall<typeof assetTile>) {
    const { id, ...tile } = call.params;
    const at = { ...tile, kind: 'tile' } as const;
    return sendPicture(call.http.reply, await this.picture.run(call.actor, id, at));
  }

  @Handles(assetOriginal)
  async assetOriginal(@TheCall() call: SignedInCall<typeof assetOriginal>) {
    return sendOriginal(call.http.reply, await this.original.run(call.actor, call.params.id));
  }
}
