import type { APIRequestContext } from '@playwright/test';
import { listOrders } from '@qafila/shared/ordering/ordering.contract';
import { auditEventSpec } from '@qafila/shared/oversight/audit-events';
import { orderConsignments } from '@qafila/shared/shipping/shipping.contract';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

/** A parcel of the company that this person is of. */
async function aParcelOf(request: APIRequestContext): Promise<string> {
  const { rows } = await call(request, listOrders, { query: { limit: 100 } });
  for (const order of rows.filter((row) => row.state === 'confirmed')) {
    const [parcel] = (await call(request, orderConsignments, { params: { id: order.id } })).rows;
    if (parcel) return parcel.id;
  }
  throw new Error('The demo world has no parcel of this company');
}

for (const locale of languagesOf('ar')) {
  test(`a packer opens a parcel; its owner sees who looked, the officer finds it by filters (${locale})`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const opened = auditEventSpec('shipping.parcel_read')[locale];
    const owner = await visit({ as: PEOPLE.noura, locale });
    const id = await aParcelOf(owner.request);
    const packer = await visit({ as: PEOPLE.khalid, locale });
    await packer.page.goto(`/fulfilment/${id}`);
    await expect(packer.page.getByRole('heading', { level: 1 })).toBeVisible();

    await owner.page.goto('/company/trail?view=looks');
    await expect(owner.page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
    const look = owner.page.getByRole('row').filter({ hasText: opened }).first();
    await expect(look).toContainText(words.say('trail:side.store'));
    await owner.page
      .locator('.segment')
      .filter({ hasText: words.say('trail:view.changes') })
      .click();
    await expect(owner.page).toHaveURL(/view=changes/);
    await expect(owner.page.getByRole('row').filter({ hasText: opened })).toHaveCount(0);

    const officer = await visit({ as: PEOPLE.salma, locale });
    await officer.page.goto('/audit?event=shipping.parcel_read');
    const row = officer.page.getByRole('row').filter({ hasText: opened }).first();
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: `…${id.slice(-8)}` }).click();
    await expect(officer.page).toHaveURL(new RegExp(`subject=${id}`));
    await expect(officer.page.getByRole('row').filter({ hasText: opened })).not.toHaveCount(0);
    await officer.page.getByRole('button', { name: words.say('oversight:audit.clear') }).click();
    await expect(officer.page).toHaveURL(/\/audit$/);
  });
}
