import type { TODAY_KINDS } from '@qafila/shared/oversight/oversight.contract';
import type { RouteName } from '@qafila/shared/registry/routes';
import {
  Banknote,
  Boxes,
  ClipboardCheck,
  Clock,
  CreditCard,
  FileCheck2,
  FileWarning,
  HandCoins,
  Inbox,
  KeyRound,
  Landmark,
  Link2,
  type LucideIcon,
  Package,
  PackageX,
  Palette,
  ReceiptText,
  Search,
  ShieldQuestion,
  Tags,
  TriangleAlert,
  Truck,
  Undo2,
  UserCheck,
  Users,
} from 'lucide-react';

export type TodayKind = (typeof TODAY_KINDS)[number];

interface CardPlace {
  readonly icon: LucideIcon;
  /** The list that holds this work, if this portal has a screen for it. */
  readonly to?: { readonly screen: RouteName; readonly search: Readonly<Record<string, string>> };
}

const transfers = (view: string) => ({ screen: 'transfers' as const, search: { view } });
const refunds = (view: string) => ({ screen: 'refunds' as const, search: { view } });
const parcels = (state: string) => ({ screen: 'fulfilment' as const, search: { state } });
const unpaid = { screen: 'staff-orders' as const, search: { view: 'submitted' } };

/** Where each card of Today leads. */
export const CARD_PLACES: Readonly<Record<TodayKind, CardPlace>> = {
  matches_exact: { icon: Banknote, to: transfers('open') },
  matches_second: { icon: Users, to: transfers('second') },
  lines_to_look_at: { icon: Search, to: transfers('open') },
  payments_to_look_at: { icon: CreditCard, to: { screen: 'gateways', search: { view: 'look' } } },
  disputes_to_answer: { icon: ShieldQuestion, to: { screen: 'gateways', search: { view: 'disputes' } } },
  refunds_second: { icon: Users, to: refunds('second') },
  refunds_to_send: { icon: Undo2, to: refunds('to_send') },
  refunds_failed: { icon: TriangleAlert, to: refunds('failed') },
  ledger_broken: {
    icon: TriangleAlert,
    to: { screen: 'audit', search: { event: 'payments.ledger_broken' } },
  },
  holds_ending: { icon: Clock, to: unpaid },
  parcels_to_pack: { icon: Package, to: parcels('todo') },
  parcels_to_label: { icon: Tags, to: parcels('packed') },
  parcels_to_hand_over: { icon: Truck, to: parcels('labelled') },
  orders_awaiting_payment: { icon: HandCoins, to: unpaid },
  stock_low: { icon: Boxes },
  stock_out: { icon: PackageX },
  leaks_blocked: { icon: FileWarning, to: { screen: 'audit', search: { event: 'shipping.leak_blocked' } } },
  audit_unchained: { icon: Link2, to: { screen: 'audit', search: {} } },
  applications_to_review: { icon: ClipboardCheck, to: { screen: 'applications', search: {} } },
  factor_cases_to_decide: { icon: KeyRound, to: { screen: 'factor-cases', search: {} } },
  roles_second: { icon: UserCheck, to: { screen: 'staff-people', search: {} } },
  account_second: { icon: Landmark, to: { screen: 'seller', search: {} } },
  briefs_mine: { icon: Palette, to: { screen: 'design-desk', search: { filter: 'mine' } } },
  briefs_free: { icon: Inbox, to: { screen: 'design-desk', search: { filter: 'unassigned' } } },
  specs_to_check: { icon: FileCheck2, to: { screen: 'design-specs', search: {} } },
  quotes_wanted: { icon: ReceiptText, to: { screen: 'quotes', search: {} } },
};
