import { Injectable } from '@nestjs/common';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DescribeApplication } from './describe-application';

@Injectable()
export class ReadApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly describe: DescribeApplication,
  ) {}

  run(actor: Actor): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, (tx) => this.describe.of(tx, scope.companyId));
  }
}
