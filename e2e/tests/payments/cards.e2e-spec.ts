import { FIELD_WORDS } from '@qafila/shared/kernel/field-codes';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import { PayPage } from '../../pages/pay-page';
import { placeOnline } from '../../worlds/gateways';
import { inArabicDigits } from '../../worlds/goods';
import { expect, test } from '../../worlds/journey';
import { untilConfirmed } from '../../worlds/payments';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

/** Meets the minimum of a first order, and of a later one. */
const FIRST = { sku: 'PPS-010', pieces: 132 };
const LATER = { sku: 'PPS-010', pieces: 48 };
/** Of somebody whom Tabby refuses before any page. */
const REFUSED_PHONE = '050 000 0002';

for (const locale of ['en', 'ar'] as const) {
  const words = new ScreenWords(locale);

  test(`Bergen pays by card: declined, abandoned, then 3-D Secure, in ${locale}`, async ({ visit }) => {
    const ingrid = await visit({ as: PEOPLE.ingrid, locale });
    const order = await placeOnline(ingrid.request, { name: 'Julegaver', line: FIRST, method: 'visa' });
    const params = { id: order.id };
    const pay = new PayPage(ingrid, words);
    await pay.open(order.id);
    // The start is not answered: pressed again it asks for the same payment, whether it was begun or not.
    const keys: string[] = [];
    ingrid.page.on('request', (asked) => keys.push(asked.headers()['idempotency-key'] ?? ''));
    await ingrid.page.route('**/payment/attempts', (route) => route.abort(), { times: 1 });
    await pay.pay();
    await expect(ingrid.page.getByRole('alert')).toBeVisible();
    await pay.pay();
    await pay.press('stripe', 'decline', 'cancel');
    const [first, second] = keys.filter((key) => key !== '');
    expect(second).toBe(first);
    await pay.back();
    await pay.cancel();
    await expect(pay.said('cancelled', 'visa')).toBeVisible();

    await pay.pay();
    await pay.press('stripe', 'secure:visa', 'approve');
    await pay.back();
    await untilConfirmed(ingrid.request, order.id);
    await expect(ingrid.page.getByText(words.say('ordering:next.packing.title'))).toBeVisible();
    const { received, history } = await call(ingrid.request, orderPayment, { params });
    expect(received).toEqual(order.totals.total);
    expect(history.map(({ state }) => state)).toEqual(['captured', 'cancelled']);
  });

  test(`Bergen pays in kroner with Klarna, at a rate that is kept, in ${locale}`, async ({ visit }) => {
    const ingrid = await visit({ as: PEOPLE.ingrid, locale });
    const order = await placeOnline(ingrid.request, { name: 'Vårgaver', line: LATER, method: 'klarna' });
    const params = { id: order.id };
    const pay = new PayPage(ingrid, words);
    await pay.open(order.id);
    await pay.choose('klarna');
    const shown = (await call(ingrid.request, orderPayment, { params })).methods;
    const offer = shown.find(({ method }) => method === 'klarna');
    expect(offer?.amount?.currency).toBe('NOK');
    await expect(ingrid.page.getByText(words.like('ordering:pay.rate'))).toBeVisible();
    await pay.pay();
    await pay.press('stripe', 'klarna', 'approve');
    await pay.back();
    await untilConfirmed(ingrid.request, order.id);
    const { received, history } = await call(ingrid.request, orderPayment, { params });
    expect(received).toEqual(order.totals.total);
    expect(history[0]).toMatchObject({ pay: offer?.amount, rate: { rateNum: offer?.rate?.rateNum } });
  });

  test(`Riyadh is refused by Tabby, with the reason, and pays by mada, in ${locale}`, async ({ visit }) => {
    const noura = await visit({ as: PEOPLE.noura, locale });
    const order = await placeOnline(noura.request, { name: 'By mada', line: LATER, method: 'mada' });
    const pay = new PayPage(noura, words);
    await pay.open(order.id);
    await pay.choose('tabby');
    await pay.pay();
    await expect(noura.page.getByText(FIELD_WORDS.required[locale])).toBeVisible();
    await pay.phone().fill(locale === 'ar' ? inArabicDigits(REFUSED_PHONE) : REFUSED_PHONE);
    await pay.pay();
    await expect(pay.said('rejected', 'tabby')).toBeVisible();

    await pay.choose('mada');
    await pay.pay();
    await pay.press('noon', 'mada', 'approve');
    await pay.back();
    await untilConfirmed(noura.request, order.id);
    const { received } = await call(noura.request, orderPayment, { params: { id: order.id } });
    expect(received).toEqual(order.totals.total);
  });
}
