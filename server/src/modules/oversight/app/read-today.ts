import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { StaffRole } from '@qafila/shared/access/roles';
import type { staffToday, TODAY_KINDS } from '@qafila/shared/oversight/oversight.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { DesignDesk } from '../../branding/desk.api';
import { Catalogue } from '../../catalogue/catalogue.api';
import { FactorCases } from '../../identity/identity.api';
import { Orders } from '../../ordering/ordering.api';
import { Refunds, type RefundsWaiting, Transfers, type WaitingCounts } from '../../payments/payments.api';
import { Consignments } from '../../shipping/shipping.api';
import { SecondPeople } from '../../store/store.api';
import { Applications } from '../../traders/applications.api';

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
  private readonly cardsOf: Readonly<Partial<Record<StaffRole, (tx: Tx, actor: Actor) => Promise<Cards>>>> = {
    finance: async (tx, actor) => ({
      ...deskCards(await this.transfers.waiting(tx)),
      ...(await this.online(tx)),
      ...refundCards(await this.refunds.waiting(tx)),
      ledger_broken: await this.transfers.ledgerBroken(tx),
      ...(await this.unpaid(tx)),
      ...(await this.account(tx, actor)),
    }),
    warehouse: (tx) => this.parcels(tx),
    privacy_officer: async (tx, actor) => ({
      ...(await this.lost(tx, actor)),
      ...(await this.roles(tx, actor)),
      leaks_blocked: (await this.consignments.waiting(tx)).leaksBlocked,
      audit_unchained: await unchained(tx),
      ledger_broken: await this.transfers.ledgerBroken(tx),
    }),
    admin: async (tx, actor) => ({
      ...(await this.stock(tx)),
      ...(await this.unpaid(tx)),
      ...(await this.roles(tx, actor)),
      ...(await this.account(tx, actor)),
    }),
    account_manager: async (tx, actor) => ({
      applications_to_review: await this.applications.waiting(tx),
      quotes_wanted: await this.desk.quotesWanted(tx),
      ...(await this.lost(tx, actor)),
      ...(await this.unpaid(tx)),
    }),
    designer: (tx, actor) => this.design(tx, actor),
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly orders: Orders,
    private readonly transfers: Transfers,
    private readonly refunds: Refunds,
    private readonly consignments: Consignments,
    private readonly catalogue: Catalogue,
    private readonly applications: Applications,
    private readonly cases: FactorCases,
    private readonly second: SecondPeople,
    private readonly desk: DesignDesk,
  ) {}

  async run(actor: Actor): Promise<ReplyOf<typeof staffToday>> {
    const cards = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const merged: Cards = {};
      for (const role of actor.roles)
        Object.assign(merged, await this.cardsOf[role as StaffRole]?.(tx, actor));
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

  private async unpaid(tx: Tx): Promise<Cards> {
    const waiting = await this.orders.waiting(tx, new Date(this.clock.now().getTime() + DAY_MS));
    return { orders_awaiting_payment: waiting.awaitingPayment, holds_ending: waiting.holdsEnding };
  }

  private async online(tx: Tx): Promise<Cards> {
    const waiting = await this.transfers.attemptsWaiting(tx, this.clock.now());
    return {
      payments_to_look_at: { count: waiting.look, oldest: waiting.lookOldest },
      disputes_to_answer: { count: waiting.disputes, oldest: waiting.disputesOldest },
    };
  }

  private async parcels(tx: Tx): Promise<Cards> {
    const waiting = await this.consignments.waiting(tx);
    return {
      parcels_to_pack: waiting.toPack,
      parcels_to_label: waiting.toLabel,
      parcels_to_hand_over: waiting.toHandOver,
    };
  }

  private async stock(tx: Tx): Promise<Cards> {
    const levels = await this.catalogue.levels(tx);
    return { stock_out: since(levels.out), stock_low: since(levels.low) };
  }

  private async design(tx: Tx, { personId }: Actor): Promise<Cards> {
    const { free, mine, specs } = await this.desk.waiting(tx, personId);
    return { briefs_mine: mine, briefs_free: free, specs_to_check: specs };
  }

  private async lost(tx: Tx, { personId }: Actor): Promise<Cards> {
    return { factor_cases_to_decide: await this.cases.waitingFor(tx, personId) };
  }

  private async roles(tx: Tx, { personId }: Actor): Promise<Cards> {
    return { roles_second: await this.second.roles(tx, personId) };
  }

  private async account(tx: Tx, { personId }: Actor): Promise<Cards> {
    return { account_second: await this.second.accounts(tx, personId) };
  }
}

const deskCards = (waiting: WaitingCounts): Cards => ({
  matches_exact: { count: waiting.exact, oldest: waiting.exactOldest },
  matches_second: { count: waiting.second, oldest: waiting.secondOldest },
  lines_to_look_at: { count: waiting.look, oldest: waiting.lookOldest },
});

const refundCards = ({ second, toSend, failed }: RefundsWaiting): Cards => ({
  refunds_second: second,
  refunds_to_send: toSend,
  refunds_failed: failed,
});

async function unchained(tx: Tx): Promise<Waiting> {
  const [row] = await tx.query<{ count: number; oldest: Date | null }>(
    `select count(*)::int as count, min(at) as oldest from audit_event e
     where not exists (select 1 from audit_chain c where c.event_id = e.id)`,
  );
  return row ?? { count: 0, oldest: null };
}
