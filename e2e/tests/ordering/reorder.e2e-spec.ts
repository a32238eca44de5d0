import type { APIRequestContext } from '@playwright/test';
import { listSpecs } from '@qafila/shared/branding/production-specs.contract';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { getOrder, listOrders } from '@qafila/shared/ordering/ordering.contract';
import { expect, test } from '../../worlds/journey';
import { fillAndGo, tabTo } from '../../worlds/keyboard';
import { languagesOf } from '../../worlds/long';
import { loseReply } from '../../worlds/lost-replies';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

/** An order of the demo world with goods in an approved label and goods in neutral pack. */
async function dressedOrder(request: APIRequestContext): Promise<OrderView> {
  const { rows } = await call(request, listOrders, { query: { limit: 100 } });
  for (const { id } of rows.filter((row) => row.state !== 'draft').reverse()) {
    const order = await call(request, getOrder, { params: { id } });
    const packs = new Set(order.lines.map((line) => line.pack));
    if (packs.size === 2) return order;
  }
  throw new Error('The demo world has no order with a label');
}

for (const locale of languagesOf('en')) {
  test(`an order is ordered again, with its spec, without a new proof, in ${locale}`, async ({ visit }) => {
    const { page, request } = await visit({ as: PEOPLE.noura, locale });
    const words = new ScreenWords(locale);
    const earlier = await dressedOrder(request);
    const dressed = earlier.lines.find((line) => line.specId !== null);
    const plain = earlier.lines.find((line) => line.specId === null);
    if (!dressed || !plain) throw new Error('Not both kinds of lines');
    const goodsOf = ({ name, size }: typeof dressed): string =>
      words.say('ordering:goods', { product: name[locale], size: size[locale] });

    // By keyboard alone: one line is left, the other is wanted in pieces that are no whole case.
    await page.goto(`/orders/${earlier.id}`);
    await tabTo(page, page.getByRole('button', { name: words.say('ordering:reorder.action') }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const lines = dialog.locator('.reorder-line');
    await expect(lines).toHaveCount(earlier.lines.length);
    const quantity = dialog.getByLabel(words.say('ordering:reorder.pieces', { goods: goodsOf(dressed) }));
    await expect(quantity).toHaveValue(String(dressed.quantity));
    const tick = lines.filter({ hasText: plain.sku }).getByRole('checkbox');
    await tick.focus();
    await page.keyboard.press('Space');
    await expect(tick).not.toBeChecked();
    await quantity.focus();
    await page.keyboard.press('Control+KeyA');
    await fillAndGo(page, String(dressed.quantity + 1));
    await expect(lines.filter({ hasText: dressed.sku }).locator('.warn')).toBeVisible();
    await tabTo(page, dialog.getByRole('button', { name: words.say('ordering:reorder.begin') }));
    await page.keyboard.press('Enter');

    // The draft says what came otherwise; its label is approved as it is.
    await page.waitForURL(/\/edit/);
    await expect(page.getByText(words.say('ordering:reorder.changed'))).toBeVisible();
    await page
      .getByRole('status')
      .getByRole('button', { name: words.say('ui:close') })
      .click();
    await expect(page.getByText(words.say('ordering:reorder.changed'))).toBeHidden();
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    const draft = await call(request, getOrder, { params: { id } });
    expect(draft.lines.map((line) => [line.sku, line.specId])).toEqual([[dressed.sku, dressed.specId]]);
    expect(draft.lines[0]?.quantity).toBeGreaterThan(dressed.quantity);
    await page.goto(`/orders/${id}`);
    await expect(page.getByText(words.say('ordering:state.artwork.approved'))).toBeVisible();
  });

  test(`goods are ordered with a spec from its page, in ${locale}`, async ({ visit }) => {
    const { page, request } = await visit({ as: PEOPLE.noura, locale });
    const words = new ScreenWords(locale);
    const { rows } = await call(request, listSpecs, { query: { limit: 100 } });
    const spec = rows.find(
      ({ state, brand }) => (state === 'locked' || state === 'released') && brand.state === 'active',
    );
    if (!spec) throw new Error('The demo world has no locked spec of an active brand');

    await page.goto(`/brand/specs/${spec.id}`);
    await page.getByRole('link', { name: words.say('specs:now.order') }).click();
    await expect(page.getByText(words.say('ordering:reorder.withSpec', { spec: spec.name }))).toBeVisible();
    const name = `Once, in ${locale}`;
    await page.getByLabel(words.say('ordering:draft.name')).fill(name);
    // The draft is made and its answer is lost: pressed again, it is found and not made twice.
    await loseReply(page, '**/api/orders');
    const begin = page.getByRole('button', { name: words.say('ordering:new.begin') });
    await begin.click();
    await expect(page.getByRole('alert')).toBeVisible();
    await begin.click();
    const only = page.getByRole('button', {
      name: words.say('ordering:reorder.specChip', { spec: spec.name }),
    });
    await expect(only).toHaveAttribute('aria-pressed', 'true');
    await page.locator('[data-cell]').first().fill('48');
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    const chosen = async () => {
      const { lines } = await call(request, getOrder, { params: { id } });
      return lines.map((line) => [spec.products.some(({ id: own }) => own === line.productId), line.specId]);
    };
    await expect.poll(chosen).toEqual([[true, spec.id]]);
    const drafts = await call(request, listOrders, { query: { view: 'draft', limit: 100 } });
    expect(drafts.rows.filter((row) => row.name === name)).toHaveLength(1);
  });
}
