import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { accountPaper } from '@qafila/shared/payments/account.contract';
import { ACCOUNT_PAPER_ROWS, ACCOUNT_TABLE_ROWS } from '@qafila/shared/payments/account.rules';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { SellerRepository } from '../db/seller.repository';
import { accountCsv } from '../papers/account-csv';
import { renderAccount } from '../papers/account-paper';
import { ReadAccount } from './read-account';
import { whoseAccount } from './whose-account';

type Query = InputOf<typeof accountPaper>['query'];
export interface AccountFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A whole statement of account to keep: as a paper, or as a table for a program. */
@Injectable()
export class DrawAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: ReadAccount,
    private readonly seller: SellerRepository,
    private readonly clock: Clock,
  ) {}

  async paper(actor: Actor, query: Query, named?: string): Promise<AccountFile> {
    const whole = await this.whole(actor, query, { most: ACCOUNT_PAPER_ROWS.value, named });
    const bytes = await renderAccount(whole, { now: this.clock.now(), locale: query.locale });
    return { name: nameOf(whole, 'pdf'), bytes };
  }

  async table(actor: Actor, query: Query, named?: string): Promise<AccountFile> {
    const whole = await this.whole(actor, query, { most: ACCOUNT_TABLE_ROWS.value, named });
    return { name: nameOf(whole, 'csv'), bytes: accountCsv(whole, query.locale) };
  }

  /** Throws `ACCOUNT_TOO_LONG`. */
  private whole(
    actor: Actor,
    query: Query,
    { most, named }: { readonly most: number; readonly named: string | undefined },
  ) {
    const { scope, companyId } = whoseAccount(actor, named);
    return this.unitOfWork.run(scope, async (tx) => {
      const head = await this.accounts.head(tx, companyId, query);
      const movements = await this.accounts.movements(tx, head, { limit: most });
      if (movements.length > most) throw new Problem('ACCOUNT_TOO_LONG', { most });
      const { identity } = await this.seller.read(tx);
      return { ...head, movements, seller: identity };
    });
  }
}

const nameOf = ({ period }: { period: { from: string; to: string } }, end: string): string =>
  `account-${period.from}-${period.to}.${end}`;
