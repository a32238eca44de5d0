import { Module } from '@nestjs/common';
import { CreatePackaging } from './app/create-packaging';
import { DescribePackaging } from './app/describe-packaging';
import { DrawPackaging } from './app/draw-packaging';
import { JudgePackaging } from './app/judge-packaging';
import { ListPackaging } from './app/list-packaging';
import { MovePackaging } from './app/move-packaging';
import { ReadPackaging } from './app/read-packaging';
import { ReadPackagingVersion } from './app/read-packaging-version';
import { SavePackaging } from './app/save-packaging';
import { AssetsModule } from './assets.module';
import { BrandingModule } from './branding.module';
import { PackagingRepository } from './db/packaging.repository';
import { PackagingController } from './http/packaging.controller';

/** Packaging specs: chosen from the catalogue or described beside an own dieline. */
@Module({
  imports: [BrandingModule, AssetsModule],
  controllers: [PackagingController],
  providers: [
    ...[ListPackaging, CreatePackaging, ReadPackaging, ReadPackagingVersion],
    ...[SavePackaging, MovePackaging, DrawPackaging, DescribePackaging, JudgePackaging],
    PackagingRepository,
  ],
})
export class PackagingModule {}
