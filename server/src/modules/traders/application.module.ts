import { Global, Module } from '@nestjs/common';
import { CompanyOpening } from '../identity/identity.api';
import { AcceptTerms } from './app/accept-terms';
import { ApplyAgain } from './app/apply-again';
import { ApproveApplication } from './app/approve-application';
import { BeginRenewal } from './app/begin-renewal';
import { DescribeApplication } from './app/describe-application';
import { DescribeReview } from './app/describe-review';
import { GiveVerdict } from './app/give-verdict';
import { HoldApplication } from './app/hold-application';
import { ListApplications } from './app/list-applications';
import { MarkField } from './app/mark-field';
import { OpenAccount } from './app/open-account';
import { OpenApplication } from './app/open-application';
import { ReadApplication } from './app/read-application';
import { ReadReview } from './app/read-review';
import { RejectApplication } from './app/reject-application';
import { ReleaseApplication } from './app/release-application';
import { RequestChanges } from './app/request-changes';
import { SaveItem } from './app/save-item';
import { ShowDocument } from './app/show-document';
import { ShowOwnDocument } from './app/show-own-document';
import { SubmitApplication } from './app/submit-application';
import { UploadDocument } from './app/upload-document';
import { WatchDocuments } from './app/watch-documents';
import { Applications } from './applications.api';
import { ApplicationRepository } from './db/application.repository';
import { ApplicationItemRepository } from './db/application-item.repository';
import { ApplicationQueueRepository } from './db/application-queue.repository';
import { CompanyDocumentRepository } from './db/company-document.repository';
import { OpeningRepository } from './db/opening.repository';
import { ApplicationController } from './http/application.controller';
import { ReviewController } from './http/review.controller';
import { ApplicationListener } from './jobs/application.listener';
import { WatchDocumentsJob } from './jobs/watch-documents.job';

const applicant = [
  ReadApplication,
  SaveItem,
  UploadDocument,
  ShowOwnDocument,
  AcceptTerms,
  SubmitApplication,
  ApplyAgain,
  BeginRenewal,
  DescribeApplication,
];
const reviewer = [
  ListApplications,
  ReadReview,
  ShowDocument,
  GiveVerdict,
  MarkField,
  ReleaseApplication,
  ApproveApplication,
  RequestChanges,
  RejectApplication,
  HoldApplication,
  OpenAccount,
  DescribeReview,
];
const repositories = [
  ApplicationRepository,
  ApplicationItemRepository,
  ApplicationQueueRepository,
  CompanyDocumentRepository,
  OpeningRepository,
];

/** How companies are let in. Global: identity asks for `CompanyOpening` without knowing us. */
@Global()
@Module({
  controllers: [ApplicationController, ReviewController],
  providers: [
    ...applicant,
    ...reviewer,
    ...repositories,
    WatchDocuments,
    WatchDocumentsJob,
    ApplicationListener,
    OpenApplication,
    Applications,
    { provide: CompanyOpening, useExisting: OpenApplication },
  ],
  exports: [Applications, CompanyOpening],
})
export class ApplicationModule {}
