import { PackPages } from '../../pages/pack-pages';
import { placeOlderOrder, placeOrder, twoRecipients } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { tabTo } from '../../worlds/keyboard';
import { parcelNow, parcelsOf } from '../../worlds/parcels';
import { confirmPayment, importToday, untilConfirmed } from '../../worlds/payments';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const words = new ScreenWords('en');

test('a parcel packed and handed over without a mouse, by a scanner that types', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura });
  await placeOlderOrder(trader.request);
  const order = await placeOrder(trader.request, {
    name: 'Packed by keyboard',
    lines: [{ sku: 'LNT-030', pieces: 24 }],
    recipients: twoRecipients([{ sku: 'LNT-030', pieces: 12 }]),
  });
  const farah = await visit({ as: PEOPLE.farah });
  await importToday(farah.request);
  await confirmPayment(farah.request, order.id);
  await untilConfirmed(trader.request, order.id);

  const khalid = await visit({ as: PEOPLE.khalid, locale: 'en' });
  const { page, request } = khalid;
  const keys = page.keyboard;
  const [planned] = await parcelsOf(request, order.code, 2);
  const pages = new PackPages(khalid, words);
  await page.goto('/fulfilment');
  await tabTo(page, pages.parcels(order.code).first());
  await keys.press('Enter');
  await expect(pages.button('station.start')).toBeVisible();
  await keys.press('F2');
  await expect(page.getByLabel(words.say('shipping:station.weight'))).toBeVisible();
  const { items, weight } = await parcelNow(request, planned?.id ?? '');
  for (const item of items) {
    for (let piece = 0; piece < item.quantity; piece += 1) {
      await keys.type(item.gtin);
      await keys.press('Enter');
    }
  }
  await expect(page.getByText(words.say('shipping:scan.complete'))).toBeVisible();
  await expect(page.getByLabel(words.say('shipping:station.weight'))).toBeFocused();
  await keys.type(String(weight.expected));
  await keys.press('Enter');
  await expect(pages.button('station.label')).toBeVisible();
  const popup = page.waitForEvent('popup');
  await keys.press('F2');
  await (await popup).close();
  const tracking = page.getByLabel(words.say('shipping:station.tracking'));
  await expect(tracking).toBeVisible();
  await keys.type('3480099001');
  await keys.press('Enter');
  await expect(tracking).toHaveValue('3480099001');
  await keys.press('F2');
  await expect(page.getByText(words.like('shipping:station.handedOver'))).toBeVisible();
});
