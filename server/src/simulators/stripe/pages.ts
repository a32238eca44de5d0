import { formBody, html, type SimAnswer, type SimRequest, seeOther } from '../kernel/exchange';
import { type Choice, localeOf, simPage } from '../kernel/page';
import type { StripePayments } from './payments';
import { shownAmount } from './refusals';
import type { Session } from './store';

/** Cards go by the public names of Stripe's test cards: a page of ours has no field for a number. */
const CARDS: readonly Choice[] = [
  { value: 'visa', brand: 'Visa', says: 'accepted', under: 'cards' },
  { value: 'mastercard', brand: 'Mastercard', says: 'accepted' },
  { value: 'amex', brand: 'American Express', says: 'accepted' },
  { value: 'secure:visa', brand: 'Visa', says: 'secure' },
  { value: 'decline', brand: 'Visa', says: 'declined' },
  { value: 'no_funds', brand: 'Mastercard', says: 'noFunds' },
];
const WALLETS: readonly Choice[] = [
  { value: 'apple_pay', brand: 'Apple Pay', says: 'accepted', under: 'wallets' },
  { value: 'google_pay', brand: 'Google Pay', says: 'accepted' },
  { value: 'link', brand: 'Link', says: 'accepted' },
];
/** Firms with a page of their own, and the currencies each is paid in. */
const OTHERS: readonly { readonly id: string; readonly name: string; readonly payIn: string }[] = [
  { id: 'klarna', name: 'Klarna', payIn: 'aud cad chf czk dkk eur gbp nok nzd pln ron sek usd' },
  { id: 'wechat_pay', name: 'WeChat Pay', payIn: 'aud cad cny eur gbp hkd jpy sgd usd dkk nok sek chf' },
  { id: 'amazon_pay', name: 'Amazon Pay', payIn: 'usd aud gbp dkk eur hkd jpy nzd nok zar sek chf' },
  { id: 'cashapp', name: 'Cash App Pay', payIn: 'usd' },
  { id: 'affirm', name: 'Affirm', payIn: 'usd cad' },
  { id: 'afterpay_clearpay', name: 'Afterpay', payIn: 'aud cad gbp nzd usd' },
  { id: 'p24', name: 'Przelewy24', payIn: 'eur pln' },
  { id: 'kr_card', name: '한국 카드', payIn: 'krw' },
  { id: 'kakao_pay', name: 'Kakao Pay', payIn: 'krw' },
  { id: 'naver_pay', name: 'Naver Pay', payIn: 'krw' },
  { id: 'payco', name: 'PAYCO', payIn: 'krw' },
  { id: 'samsung_pay', name: 'Samsung Pay', payIn: 'krw' },
];
const CANCEL: Choice = { value: 'cancel', says: 'cancel', kind: 'quiet' };
const SECURE = 'secure:';

const othersFor = (currency: string): Choice[] =>
  OTHERS.filter(({ payIn }) => payIn.split(' ').includes(currency)).map(({ id, name }, at) => ({
    value: id,
    brand: name,
    says: 'continues',
    ...(at === 0 && { under: 'others' as const }),
  }));

/** The hosted payment page of a session, and what its buttons do. */
export class StripePages {
  constructor(private readonly payments: StripePayments) {}

  answer(request: SimRequest, session: Session): SimAnswer {
    if (session.status !== 'open') return this.show(request, session, { isOver: true });
    if (request.method !== 'POST') return this.show(request, session);
    const pressed = formBody(request).get('do') ?? '';
    return session.pending === null
      ? this.pressed(request, session, pressed)
      : this.further(request, session, pressed);
  }

  private pressed(request: SimRequest, session: Session, pressed: string): SimAnswer {
    if (pressed === 'cancel') return seeOther(session.cancelUrl);
    if (pressed === 'decline' || pressed === 'no_funds') {
      this.payments.decline(session, pressed === 'decline' ? 'card_declined' : 'insufficient_funds');
      return this.show(request, session, { isFailed: true });
    }
    const isOwnPage =
      pressed.startsWith(SECURE) || othersFor(session.currency).some(({ value }) => value === pressed);
    if (isOwnPage) {
      this.payments.ask(session, pressed);
      return this.show(request, session);
    }
    const isKnown = [...CARDS, ...WALLETS].some(({ value }) => value === pressed);
    if (!isKnown) return this.show(request, session);
    this.payments.pay(session, pressed);
    return backTo(session);
  }

  /** The page of a bank or of another firm. */
  private further(request: SimRequest, session: Session, pressed: string): SimAnswer {
    const method = (session.pending ?? '').replace(SECURE, '');
    if (pressed === 'approve') {
      this.payments.pay(session, method);
      return backTo(session);
    }
    if (pressed === 'later') {
      this.payments.payLater(session);
      return backTo(session);
    }
    if (pressed === 'decline' || pressed === 'cancel') {
      this.payments.decline(
        session,
        pressed === 'decline' ? 'payment_intent_authentication_failure' : 'canceled',
      );
      return this.show(request, session, { isFailed: true });
    }
    return this.show(request, session);
  }

  private show(
    request: SimRequest,
    session: Session,
    told: { readonly isFailed?: boolean; readonly isOver?: boolean } = {},
  ): SimAnswer {
    const locale = localeOf(request, session.locale);
    const about = {
      gateway: 'Stripe Checkout',
      order: session.lineName,
      amount: shownAmount(session.amount, session.currency),
    };
    if (told.isOver) return simPage({ ...about, title: 'pay', text: 'over', choices: [] }, locale);
    const { pending } = session;
    if (pending === null) {
      const choices = [...CARDS, ...WALLETS, ...othersFor(session.currency), CANCEL];
      return simPage({ ...about, title: 'pay', ...(told.isFailed && { fault: 'failed' }), choices }, locale);
    }
    // WeChat Pay shows a code to scan instead of a page of its own.
    const scanned = pending === 'wechat_pay' && { text: 'scanText' as const, code: `weixin://${session.id}` };
    return simPage({ ...about, ...furtherPage(pending), ...scanned }, locale);
  }
}

function furtherPage(
  pending: string,
): Pick<Parameters<typeof simPage>[0], 'title' | 'text' | 'method' | 'choices'> {
  const isSecure = pending.startsWith(SECURE);
  const choices: Choice[] = [
    { value: 'approve', says: 'approve', kind: 'main' },
    ...(isSecure ? [] : [{ value: 'later', says: 'later' } as const]),
    { value: 'decline', says: 'decline' },
    CANCEL,
  ];
  if (isSecure) return { title: 'secureTitle', text: 'secureText', choices };
  const method = OTHERS.find(({ id }) => id === pending)?.name ?? pending;
  return { title: 'otherTitle', text: 'otherText', method, choices };
}

const backTo = (session: Session): SimAnswer =>
  seeOther(session.successUrl.replace('{CHECKOUT_SESSION_ID}', session.id));

/** A session nobody knows. */
export const noSession = (): SimAnswer => html('<!doctype html><title>404</title><p>404', 404);
