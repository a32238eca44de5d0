import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { FieldProblem } from '@qafila/shared/kernel/problem';
import type { putRecipients } from '@qafila/shared/ordering/ordering.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { fieldsInvalid } from '../../../platform/problems/problem';
import { OrderRepository } from '../db/order.repository';
import { RecipientRepository } from '../db/recipient.repository';
import { destinationOf } from '../domain/destination';
import type { Recipient } from '../domain/order';
import { headOf } from '../domain/order-reply';
import { totalsFor } from '../domain/pricing';
import { assertEditable } from './editing';

type Given = InputOf<typeof putRecipients>['body']['recipients'];

/** The recipients of a drop-ship draft and their shares; replaces the list. */
@Injectable()
export class PutRecipients {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly orders: OrderRepository,
    private readonly recipients: RecipientRepository,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    given: Given,
  ): Promise<ReplyOf<typeof putRecipients>> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: at.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const { order, company } = await this.orders.find(tx, key);
      assertEditable(order, at.version, actor);
      const known = await this.recipients.known(tx, key);
      const faults = shareFaults(given, new Set(known.variantIds));
      if (faults.length > 0) throw fieldsInvalid(faults);
      const recipients = recipientsOf(given, new Set(known.recipientIds));
      const counted = { ...order, recipientCount: recipients.length };
      const destination = destinationOf(counted, company);
      const { goods, branding } = order.totals;
      const totals = totalsFor({ goods, branding, lineCount: order.lineCount }, destination);
      // The order first: its version decides, and a stale one leaves the recipients alone.
      const edited = await this.orders.edit(
        tx,
        { ...counted, totals },
        { parcels: destination.parcels, at: this.clock.now() },
      );
      await this.recipients.replace(tx, key, recipients);
      await this.audit.record(tx, {
        event: 'ordering.recipients_changed',
        companyId: key.companyId,
        subject: { kind: 'order', id: key.id },
        before: { count: order.recipientCount },
        after: { count: recipients.length, version: edited.version },
      });
      return {
        ...headOf(edited, company),
        recipients: recipients.map((recipient) => ({ ...recipient, items: [...recipient.items] })),
      };
    });
  }
}

/** A share names goods of this order, each once for a recipient. */
function shareFaults(given: Given, variantIds: ReadonlySet<string>): FieldProblem[] {
  return given.flatMap(({ items }, at) =>
    items.flatMap((item, index) => {
      const isTwice = items.findIndex((other) => other.variantId === item.variantId) < index;
      return variantIds.has(item.variantId) && !isTwice
        ? []
        : [{ path: `recipients.${at}.items.${index}.variantId`, code: 'invalid', params: {} }];
    }),
  );
}

/** A recipient keeps the id he has in this order; any other id is replaced by a new one. */
function recipientsOf(given: Given, known: ReadonlySet<string>): Recipient[] {
  const free = new Set(known);
  return given.map(({ id, email, ...rest }) => {
    const keeps = id !== undefined && free.delete(id);
    return { ...rest, id: keeps ? id : newId(), email: email ? email : null };
  });
}
