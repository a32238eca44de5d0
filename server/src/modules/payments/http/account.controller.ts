import { Controller } from '@nestjs/common';
import {
  account,
  accountPaper,
  accountTable,
  companyAccount,
  companyAccountPaper,
  companyAccountTable,
} from '@qafila/shared/payments/account.contract';
import type { FastifyReply } from 'fastify';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { type AccountFile, DrawAccount } from '../app/draw-account';
import { ShowAccount } from '../app/show-account';

/** Statements of account: a trader's own, and any for finance; as a page, a paper, a table. */
@Controller()
export class AccountController {
  constructor(
    private readonly show: ShowAccount,
    private readonly draw: DrawAccount,
  ) {}

  @Handles(account)
  account(@TheCall() call: SignedInCall<typeof account>) {
    return this.show.run(call.actor, call.query);
  }

  @Handles(accountPaper)
  async accountPaper(@TheCall() call: SignedInCall<typeof accountPaper>) {
    return asPaper(call.http.reply, await this.draw.paper(call.actor, call.query));
  }

  @Handles(accountTable)
  async accountTable(@TheCall() call: SignedInCall<typeof accountTable>) {
    return asTable(call.http.reply, await this.draw.table(call.actor, call.query));
  }

  @Handles(companyAccount)
  companyAccount(@TheCall() call: SignedInCall<typeof companyAccount>) {
    return this.show.run(call.actor, call.query, call.params.id);
  }

  @Handles(companyAccountPaper)
  async companyAccountPaper(@TheCall() call: SignedInCall<typeof companyAccountPaper>) {
    return asPaper(call.http.reply, await this.draw.paper(call.actor, call.query, call.params.id));
  }

  @Handles(companyAccountTable)
  async companyAccountTable(@TheCall() call: SignedInCall<typeof companyAccountTable>) {
    return asTable(call.http.reply, await this.draw.table(call.actor, call.query, call.params.id));
  }
}

const asPaper = (reply: FastifyReply, { bytes, name }: AccountFile): Buffer =>
  sendBytes(reply, { bytes, type: 'application/pdf', savedAs: name });
const asTable = (reply: FastifyReply, { bytes, name }: AccountFile): Buffer =>
  sendBytes(reply, { bytes, type: 'text/csv; charset=utf-8', savedAs: name });
