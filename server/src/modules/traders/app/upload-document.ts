import { Injectable } from '@nestjs/common';
import {
  DOCUMENT_LIMIT_MB,
  DOCUMENT_LIMIT_PAGES,
  DOCUMENTS_A_DAY,
} from '@qafila/shared/traders/application.rules';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import { type ItemKind, itemSpecOf } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { judgeDocument } from '../../../platform/files/judge-document';
import { tidyName } from '../../../platform/files/tidy-name';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { keepsLast } from '../domain/application';
import { DescribeApplication } from './describe-application';
import { editableItem } from './editing';

const LIMITS = { limitMb: DOCUMENT_LIMIT_MB.value, limitPages: DOCUMENT_LIMIT_PAGES.value };
const DAY_MS = 86_400_000;

/** Takes the document of an item after opening it whole; what cannot be opened is not kept. */
@Injectable()
export class UploadDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly describe: DescribeApplication,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run(
    actor: Actor,
    at: { readonly kind: ItemKind; readonly name: string },
    bytes: Buffer,
  ): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    await this.unitOfWork.run(scope, (tx) => this.refuseTooMany(tx, scope.companyId));
    const document = await judgeDocument(bytes, LIMITS);
    return this.unitOfWork.run(scope, async (tx) => {
      const application = await this.applications.lockLatest(tx, scope.companyId);
      const item = editableItem(application, await this.items.of(tx, application), at.kind);
      if (itemSpecOf(application.country, at.kind)?.file === 'none') throw new Problem('NOT_FOUND');
      const now = this.clock.now();
      const id = await this.files.put(tx, {
        companyId: scope.companyId,
        kind: 'application',
        contentType: document.contentType,
        bytes,
        isSealed: true,
      });
      const file = {
        id,
        name: tidyName(at.name),
        contentType: document.contentType,
        pages: document.pages,
        uploadedAt: now,
      };
      const isFileChanged = keepsLast(application);
      await this.items.put(tx, application, [{ ...item, file, isFileChanged }]);
      await this.applications.touch(tx, application, now);
      await this.audit.record(tx, {
        event: 'traders.application_document_uploaded',
        companyId: scope.companyId,
        subject: { kind: 'application', id: application.id },
        after: { item: at.kind, file: id, contentType: document.contentType, pages: document.pages },
      });
      return this.describe.of(tx, scope.companyId);
    });
  }

  /** Before anything is opened: a day's documents of one company have an end. */
  private async refuseTooMany(tx: Tx, companyId: string): Promise<void> {
    const now = this.clock.now().getTime();
    const [found] = await tx.query<{ count: number; oldest: Date | null }>(
      `select count(*)::int as count, min(created_at) as oldest from stored_files
       where company_id = $1 and kind = 'application' and created_at > $2`,
      [companyId, new Date(now - DAY_MS)],
    );
    if (!found?.oldest || found.count < DOCUMENTS_A_DAY.value) return;
    const seconds = Math.ceil((found.oldest.getTime() + DAY_MS - now) / 1000);
    throw new Problem('TOO_MANY_TRIES', { seconds });
  }
}
