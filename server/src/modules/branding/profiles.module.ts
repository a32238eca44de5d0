import { Module } from '@nestjs/common';
import { OrderingModule } from '../ordering/ordering.module';
import { PreviewModule } from '../shipping/preview.module';
import { CreateProfile } from './app/create-profile';
import { DescribeProfile } from './app/describe-profile';
import { KeepLogos } from './app/keep-logos';
import { ListProfileCards } from './app/list-profile-cards';
import { ListProfileVersions } from './app/list-profile-versions';
import { MoveProfile } from './app/move-profile';
import { PreviewProfile } from './app/preview-profile';
import { ReadProfile } from './app/read-profile';
import { RecordConsent } from './app/record-consent';
import { SaveProfile } from './app/save-profile';
import { ScreenProfile } from './app/screen-profile';
import { ProfileRepository } from './db/profile.repository';
import { ProfilesController } from './http/profiles.controller';

/**
 * The traders' own work on their brands. It stands beside `BrandingModule`, which ordering and shipping know: here
 * orders and papers are known, there nothing of them.
 */
@Module({
  imports: [OrderingModule, PreviewModule],
  controllers: [ProfilesController],
  providers: [
    ListProfileCards,
    CreateProfile,
    ReadProfile,
    SaveProfile,
    MoveProfile,
    ListProfileVersions,
    PreviewProfile,
    RecordConsent,
    DescribeProfile,
    ScreenProfile,
    KeepLogos,
    ProfileRepository,
  ],
})
export class ProfilesModule {}
