import type { MethodId } from '@qafila/shared/payments/methods';
import { CalendarClock, CreditCard, Landmark, type LucideIcon, Wallet } from 'lucide-react';

/** Kinds of ways to pay, as they are shown together, each with its mark; brands' own pictures are not ours to copy. */
export const METHOD_KINDS = {
  card: { icon: CreditCard, methods: ['visa', 'mastercard', 'amex', 'mada', 'kr_card'] },
  wallet: {
    icon: Wallet,
    methods: [
      'apple_pay',
      'google_pay',
      'link',
      'amazon_pay',
      'cashapp',
      'wechat_pay',
      'p24',
      'kakao_pay',
      'naver_pay',
      'payco',
      'samsung_pay',
    ],
  },
  later: { icon: CalendarClock, methods: ['klarna', 'affirm', 'afterpay_clearpay', 'tabby', 'tamara'] },
  bank: { icon: Landmark, methods: ['bank_transfer'] },
} as const satisfies Readonly<
  Record<string, { readonly icon: LucideIcon; readonly methods: readonly MethodId[] }>
>;
export type MethodKind = keyof typeof METHOD_KINDS;
export const KINDS = Object.keys(METHOD_KINDS) as MethodKind[];

export const isOfKind = (method: MethodId, kind: MethodKind): boolean => {
  const methods: readonly MethodId[] = METHOD_KINDS[kind].methods;
  return methods.includes(method);
};
