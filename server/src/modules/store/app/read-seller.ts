import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { AccountChangeView, SellerView } from '@qafila/shared/store/seller.contract';
import { accountChangeLifecycle } from '@qafila/shared/store/store.lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SellerAccount } from '../../payments/payments.api';
import { type AccountChange, AccountChangeRepository } from '../db/account-change.repository';

/** Changes of the account that the screen remembers. */
const SHOWN = 6;

/** The seller as the settings hold it, with the change of account that is under way. Two statements. */
@Injectable()
export class ReadSeller {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seller: SellerAccount,
    private readonly changes: AccountChangeRepository,
  ) {}

  run(actor: Actor): Promise<SellerView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { identity, iban, bic, version } = await this.seller.read(tx);
      const { bank, ...rest } = identity;
      const latest = await this.changes.latest(tx, SHOWN);
      const open = latest.find(isOpen);
      return {
        version,
        identity: {
          ...rest,
          otherNames: [...rest.otherNames],
          addressLines: [...rest.addressLines],
          phones: [...rest.phones],
          mails: [...rest.mails],
          domains: [...rest.domains],
        },
        account: { iban, bic, bank },
        change: open ? viewOf(open) : null,
        past: latest.filter((change) => change !== open).map(viewOf),
        actions: open ? actionsOn(open, actor) : [],
      };
    });
  }
}

const isOpen = ({ state }: AccountChange): boolean => state === 'proposed' || state === 'approved';

/** Approve and withdraw, each with why not. */
function actionsOn(change: AccountChange, actor: Actor): SellerView['actions'] {
  const facts = { isOwn: change.proposedBy === actor.personId };
  return (['approve', 'withdraw'] as const).map((step) => {
    const verdict = decide(accountChangeLifecycle, { state: change.state, step }, facts);
    const isAllowed = may(actor, 'seller:approve');
    const codes = [...(verdict.ok ? [] : verdict.reasons), ...(isAllowed ? [] : ['NOT_ALLOWED'])];
    return { step, allowed: codes.length === 0, reasons: codes.map((code) => ({ code, params: {} })) };
  });
}

const byWhom = (by: { name: string; at: Date } | null) => by && { name: by.name, at: by.at.toISOString() };

const viewOf = (change: AccountChange): AccountChangeView => ({
  id: change.id,
  state: change.state,
  account: change.account,
  replaced: change.replaced,
  proposed: { name: change.proposed.name, at: change.proposed.at.toISOString() },
  approved: byWhom(change.approved),
  effectiveAt: change.effectiveAt?.toISOString() ?? null,
  ended: byWhom(change.ended),
});
