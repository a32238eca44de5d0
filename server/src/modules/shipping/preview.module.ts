import { Module } from '@nestjs/common';
import { DenyLists } from './app/deny-lists';
import { JudgeBrand } from './app/judge-brand';
import { PreviewPapers } from './app/preview-papers';
import { IdentityListRepository } from './db/identity-list.repository';
import { BrandPreviews } from './preview.api';

/** Papers of a brand that is not saved yet. It stands beside parcels and knows none. */
@Module({
  providers: [IdentityListRepository, DenyLists, JudgeBrand, PreviewPapers, BrandPreviews],
  exports: [BrandPreviews],
})
export class PreviewModule {}
