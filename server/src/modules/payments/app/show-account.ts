import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { account } from '@qafila/shared/payments/account.contract';
import type { Actor } from '../../../platform/access/actor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ReadAccount } from './read-account';
import { whoseAccount } from './whose-account';

/** A page of a statement of account: the trader's own, or of the company that finance names. */
@Injectable()
export class ShowAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: ReadAccount,
  ) {}

  run(
    actor: Actor,
    query: InputOf<typeof account>['query'],
    named?: string,
  ): Promise<ReplyOf<typeof account>> {
    const { scope, companyId } = whoseAccount(actor, named);
    return this.unitOfWork.run(scope, (tx) => this.accounts.page(tx, companyId, query));
  }
}
