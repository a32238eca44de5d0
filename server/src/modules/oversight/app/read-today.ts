import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { StaffRole } from '@qafila/shared/access/roles';
import type { staffToday, TODAY_KINDS } from '@qafila/shared/oversight/oversight.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../catalogue/catalogue.api';
import { Orders } from '../../ordering/ordering.api';
import { Transfers, type WaitingCounts } from '../../payments/payments.api';
import { Consignments } from '../../shipping/shipping.api';

type Kind = (typeof TODAY_KINDS)[number];
interface Waiting {
  readonly count: number;
  readonly oldest: Date | null;
}
const DAY_MS = 86_400_000;
/** Stock has no moment since which it waits. */
const since = (count: number): Waiting => ({ count, oldest: null });
type Cards = Partial<Record<Kind, Waiting>>;

/** What waits for the signed-in role, from the doors of the modules that know. */
@Injectable()
export class ReadToday {
  private readonly cardsOf: Readonly<Partial<Record<StaffRole, (tx: Tx) => Promise<Cards>>>>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    clock: Clock,
    orders: Orders,
    transfers: Transfers,
    consignments: Consignments,
    catalogue: Catalogue,
  ) {
    const awaiting = async (tx: Tx): Promise<Cards> => {
      const waiting = await orders.waiting(tx, new Date(clock.now().getTime() + DAY_MS));
      return { orders_awaiting_payment: waiting.awaitingPayment, holds_ending: waiting.holdsEnding };
    };
    this.cardsOf = {
      finance: async (tx) => ({ ...deskCards(await transfers.waiting(tx)), ...(await awaiting(tx)) }),
      warehouse: async (tx) => {
        const waiting = await consignments.waiting(tx);
        return {
          parcels_to_pack: waiting.toPack,
          parcels_to_label: waiting.toLabel,
          parcels_to_hand_over: waiting.toHandOver,
        };
      },
      privacy_officer: async (tx) => ({
        leaks_blocked: (await consignments.waiting(tx)).leaksBlocked,
        audit_unchained: await unchained(tx),
      }),
      admin: async (tx) => {
        const levels = await catalogue.levels(tx);
        return { stock_out: since(levels.out), stock_low: since(levels.low), ...(await awaiting(tx)) };
      },
      account_manager: awaiting,
    };
  }

  async run(actor: Actor): Promise<ReplyOf<typeof staffToday>> {
    const cards = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const merged: Cards = {};
      for (const role of actor.roles) Object.assign(merged, await this.cardsOf[role as StaffRole]?.(tx));
      return merged;
    });
    const rows = Object.entries(cards) as [Kind, Waiting][];
    return {
      cards: rows
        .map(([kind, waiting]) => ({
          kind,
          count: waiting.count,
          oldest: waiting.oldest?.toISOString() ?? null,
        }))
        .sort(
          (a, b) =>
            Number(b.count > 0) - Number(a.count > 0) || (a.oldest ?? '9').localeCompare(b.oldest ?? '9'),
        ),
    };
  }
}

const deskCards = (waiting: WaitingCounts): Cards => ({
  matches_exact: { count: waiting.exact, oldest: waiting.exactOldest },
  matches_second: { count: waiting.second, oldest: waiting.secondOldest },
  lines_to_look_at: { count: waiting.look, oldest: waiting.lookOldest },
});

async function unchained(tx: Tx): Promise<Waiting> {
  const [row] = await tx.query<{ count: number; oldest: Date | null }>(
    `select count(*)::int as count, min(at) as oldest from audit_event e
     where not exists (select 1 from audit_chain c where c.event_id = e.id)`,
  );
  return row ?? { count: 0, oldest: null };
}
