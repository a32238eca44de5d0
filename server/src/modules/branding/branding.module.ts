import { Module } from '@nestjs/common';
import { ListProfiles } from './app/list-profiles';
import { ShowLogo } from './app/show-logo';
import { Branding } from './branding.api';
import { BrandRepository } from './db/brand.repository';
import { BrandingController } from './http/branding.controller';

/** Brands of traders and the production specs locked for them. */
@Module({
  controllers: [BrandingController],
  providers: [ListProfiles, ShowLogo, BrandRepository, Branding],
  exports: [Branding],
})
export class BrandingModule {}
