import { attemptEvidence } from '@qafila/shared/payments/gateways.contract';
import { GatewaysPage } from '../../pages/gateways-page';
import { PayPage } from '../../pages/pay-page';
import { atStripe, placePaid } from '../../worlds/gateways';
import { expect, test } from '../../worlds/journey';
import { untilConfirmed } from '../../worlds/payments';
import { PEOPLE } from '../../worlds/people';
import { tryCall } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

/** Meets the minimum of a first order. */
const LINES = { en: { sku: 'BBM-042', pieces: 126 }, ar: { sku: 'BBM-043', pieces: 126 } } as const;

for (const locale of ['en', 'ar'] as const) {
  test(`a payer’s bank disputes a payment; finance sees until when it answers, and wins, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const ingrid = await visit({ as: PEOPLE.ingrid, locale });
    const { order, attemptId } = await placePaid(ingrid.request, { name: 'Disputed', line: LINES[locale] });
    await untilConfirmed(ingrid.request, order.id);
    await atStripe(ingrid.request, attemptId, 'dispute');

    const farah = await visit({ as: PEOPLE.farah, locale });
    const desk = new GatewaysPage(farah, words);
    await expect(async () => {
      await desk.open('disputes');
      await desk.row(order.code).click({ timeout: 3000 });
    }).toPass({ timeout: 45_000 });
    const detail = desk.detail();
    await expect(detail.getByText(words.say('gateways:what.dispute'))).toBeVisible();
    await expect(detail.getByText(words.say('gateways:dispute.until'))).toBeVisible();
    const params = { id: attemptId };
    const paper = await tryCall(farah.request, attemptEvidence, { params });
    expect(paper.headers()['content-type']).toBe('application/pdf');
    await new PayPage(ingrid, words).open(order.id);
    await expect(new PayPage(ingrid, words).said('disputed', 'visa')).toBeVisible();
    await desk.settle('Evidence was sent to the bank');
    await expect(detail.getByText('Evidence was sent to the bank')).toBeVisible();

    await atStripe(ingrid.request, attemptId, 'dispute_won');
    const won = detail.getByText(words.say('gateways:dispute.state.won'), { exact: true });
    await expect(won).toBeVisible({ timeout: 45_000 });
    await untilConfirmed(ingrid.request, order.id);
  });
}
