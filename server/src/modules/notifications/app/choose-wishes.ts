import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { channelFor, NOTICE_EVENT_NAMES } from '@qafila/shared/notifications/notice-events';
import type { getWishes, putWishes } from '@qafila/shared/notifications/notifications.contract';
import { timeZoneOf } from '@qafila/shared/traders/calendar';
import type { Actor } from '../../../platform/access/actor';
import { type TraderScope, traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { WishRepository } from '../db/wish.repository';

/** Which notices a person wants, and how; his own business, so no permission but being there. */
@Injectable()
export class ChooseWishes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly wishes: WishRepository,
  ) {}

  read(actor: Actor): Promise<ReplyOf<typeof getWishes>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, (tx) => this.view(tx, scope));
  }

  put(actor: Actor, given: InputOf<typeof putWishes>['body']): Promise<ReplyOf<typeof putWishes>> {
    const scope = traderScope(actor);
    // Staff who act for a trader change nothing about people.
    if (actor.acting) throw new Problem('NOT_ALLOWED');
    return this.unitOfWork.run(scope, async (tx) => {
      const wishes = given.wishes.map(({ event, channel }) => ({
        event,
        channel: channelFor(event, channel),
      }));
      const chosen = [...new Map(wishes.map((wish) => [wish.event, wish])).values()];
      await this.wishes.put(tx, scope, { ...given, wishes: chosen });
      await this.audit.record(tx, {
        event: 'notifications.wishes_changed',
        companyId: scope.companyId,
        subject: { kind: 'person', id: scope.personId },
        after: { wishes: chosen, quiet: given.quiet, digestHour: given.digestHour },
      });
      return this.view(tx, scope);
    });
  }

  private async view(tx: Tx, scope: TraderScope): Promise<ReplyOf<typeof getWishes>> {
    const { wishes, quiet, digestHour, timeZone, country } = await this.wishes.of(tx, scope);
    const known = new Map(wishes.map((wish) => [wish.event, wish.channel]));
    return {
      wishes: NOTICE_EVENT_NAMES.map((event) => ({
        event,
        channel: channelFor(event, known.get(event) ?? null),
      })),
      quiet,
      digestHour,
      timeZone: timeZone ?? timeZoneOf(country),
    };
  }
}
