import { Module } from '@nestjs/common';
import { AssetInspector } from './app/asset-inspector';
import { BeginUpload } from './app/begin-upload';
import { CheckAsset } from './app/check-asset';
import { ClearUploads } from './app/clear-uploads';
import { DescribeAsset } from './app/describe-asset';
import { DiscardUpload } from './app/discard-upload';
import { FetchOriginal } from './app/fetch-original';
import { FinishUpload } from './app/finish-upload';
import { InspectAssets } from './app/inspect-assets';
import { JudgePrinted } from './app/judge-printed';
import { ListAssets } from './app/list-assets';
import { ListUploads } from './app/list-uploads';
import { PurgeAssets } from './app/purge-assets';
import { ReadAsset } from './app/read-asset';
import { ReadUpload } from './app/read-upload';
import { ReceiveChunk } from './app/receive-chunk';
import { SettleAsset } from './app/settle-asset';
import { ShowAssetPicture } from './app/show-asset-picture';
import { StartDesignUpload } from './app/start-design-upload';
import { StartUpload } from './app/start-upload';
import { Assets } from './assets.api';
import { AssetRepository } from './db/asset.repository';
import { AssetContentRepository } from './db/asset-content.repository';
import { PrintedFileRepository } from './db/printed-file.repository';
import { UploadRepository } from './db/upload.repository';
import { AssetsController } from './http/assets.controller';
import { DesignAssetsController } from './http/design-assets.controller';
import { DesignUploadsController } from './http/design-uploads.controller';
import { UploadsController } from './http/uploads.controller';
import { AssetsJob } from './jobs/assets.job';

const uploads = [
  ...[BeginUpload, StartUpload, StartDesignUpload, ListUploads, ReadUpload],
  ...[ReceiveChunk, FinishUpload, DiscardUpload, ClearUploads],
];
const files = [
  ...[ListAssets, ReadAsset, CheckAsset, ShowAssetPicture, FetchOriginal, DescribeAsset],
  ...[AssetInspector, InspectAssets, SettleAsset, PurgeAssets, JudgePrinted],
];
const repositories = [AssetRepository, AssetContentRepository, PrintedFileRepository, UploadRepository];

/** Files of brands: how they come in, are opened in quarantine, and are shown. */
@Module({
  controllers: [UploadsController, AssetsController, DesignUploadsController, DesignAssetsController],
  providers: [...uploads, ...files, ...repositories, AssetsJob, Assets],
  exports: [Assets],
})
export class AssetsModule {}
