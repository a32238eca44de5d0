import type { Locale, Words } from '../kernel/locale';
import { defineRule } from '../kernel/rule';

export const ACCOUNT_PAPER_ROWS = defineRule({
  name: 'account-paper-rows',
  value: 500,
  clause: 'portal',
  meaning: 'Most movements on one paper of a statement of account; a longer period is refused',
});
export const ACCOUNT_TABLE_ROWS = defineRule({
  name: 'account-table-rows',
  value: 20_000,
  clause: 'portal',
  meaning: 'Most movements in one table of a statement of account; a longer period is refused',
});
export const accountRules = [ACCOUNT_PAPER_ROWS, ACCOUNT_TABLE_ROWS];

/** Everything that can move a company's account, in the words of its statement. */
export const ACCOUNT_MOVEMENTS = {
  order_charged: { en: 'Order', ar: 'طلب', no: 'Ordre', fr: 'Commande' },
  order_withdrawn: {
    en: 'Order cancelled',
    ar: 'إلغاء طلب',
    no: 'Ordre avbestilt',
    fr: 'Commande annulée',
  },
  transfer_received: {
    en: 'Transfer received',
    ar: 'حوالة واردة',
    no: 'Overføring mottatt',
    fr: 'Virement reçu',
  },
  transfer_reversed: {
    en: 'Transfer taken back',
    ar: 'حوالة مستردة',
    no: 'Overføring trukket tilbake',
    fr: 'Virement repris',
  },
  payment_captured: { en: 'Payment', ar: 'دفعة', no: 'Betaling', fr: 'Paiement' },
  refund_sent: { en: 'Refund', ar: 'ردّ مبلغ', no: 'Tilbakebetaling', fr: 'Remboursement' },
  refund_failed: {
    en: 'Refund came back',
    ar: 'ردّ مبلغ لم يتم',
    no: 'Tilbakebetaling kom i retur',
    fr: 'Remboursement revenu',
  },
  dispute_opened: {
    en: 'Payment disputed',
    ar: 'اعتراض على دفعة',
    no: 'Betaling bestridt',
    fr: 'Paiement contesté',
  },
  dispute_won: { en: 'Dispute won', ar: 'كسب اعتراض', no: 'Tvist vunnet', fr: 'Litige gagné' },
  fee: { en: 'Fee', ar: 'رسوم', no: 'Gebyr', fr: 'Frais' },
  write_off: {
    en: 'Difference written off',
    ar: 'شطب فرق',
    no: 'Differanse avskrevet',
    fr: 'Différence passée en perte',
  },
  write_off_reversed: {
    en: 'Write-off reversed',
    ar: 'عكس شطب',
    no: 'Avskrivning reversert',
    fr: 'Passage en perte annulé',
  },
  credit_applied: {
    en: 'Credit used',
    ar: 'استخدام رصيد',
    no: 'Tilgodehavende brukt',
    fr: 'Avoir utilisé',
  },
  credit_returned: {
    en: 'Credit given back',
    ar: 'إعادة رصيد',
    no: 'Tilgodehavende gitt tilbake',
    fr: 'Avoir rendu',
  },
  late_credited: {
    en: 'Late payment became credit',
    ar: 'دفعة متأخرة صارت رصيدًا',
    no: 'Sen betaling ble tilgodehavende',
    fr: 'Paiement tardif porté en avoir',
  },
  credit_paid_out: {
    en: 'Credit paid out',
    ar: 'صرف رصيد',
    no: 'Tilgodehavende utbetalt',
    fr: 'Avoir versé',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type AccountMovement = keyof typeof ACCOUNT_MOVEMENTS;
export const ACCOUNT_MOVEMENT_KINDS = Object.keys(ACCOUNT_MOVEMENTS) as [
  AccountMovement,
  ...AccountMovement[],
];

/** A movement in the reader's language. */
export const movementName = (kind: AccountMovement, locale: Locale): string =>
  ACCOUNT_MOVEMENTS[kind][locale];
