import { createDraft, editDraft, getOrder } from '@qafila/shared/ordering/ordering.contract';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('en')) {
  test(`a trader makes a brand, sees its real papers, saves it and orders with it, in ${locale}`, async ({
    visit,
  }) => {
    // Not the trader of the ordering journeys: with a second brand, a draft would no longer begin with the one.
    const { page, request } = await visit({ as: PEOPLE.ingrid, locale });
    const words = new ScreenWords(locale);
    const say = (key: string, values?: Record<string, string | number>) =>
      words.say(`profiles:${key}`, values);
    const button = (key: string, values?: Record<string, string | number>) =>
      page.getByRole('button', { name: say(key, values), exact: true });
    await page.goto('/brand');
    await button('list.new').click();
    await page.getByRole('dialog').getByLabel(say('names.latin')).fill('Nordic Rose');
    await button('create.make').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Nordic Rose' })).toBeVisible();
    const id = /profiles\/([\w-]+)/.exec(page.url())?.[1] ?? '';

    // The slip is drawn from what is typed and not saved; another name is another picture.
    const slip = page.locator('.preview-sheet img');
    await expect(slip).toBeVisible();
    const before = await slip.getAttribute('src');
    const names = page.getByLabel(say('names.latin'));
    await names.fill('Rose of Bergen');
    await expect(slip).not.toHaveAttribute('src', before ?? '');
    await expect(slip).toHaveAttribute('alt', /Rose of Bergen/);

    // What is typed does not go without a question.
    const question = page.waitForEvent('dialog');
    const leaving = page.getByRole('link', { name: words.say('app:rail.home'), exact: true }).click();
    const asked = await question;
    expect(asked.message()).toBe(words.say('ui:leave'));
    await asked.dismiss();
    await leaving;
    await expect(names).toHaveValue('Rose of Bergen');

    // The recipients' own page says the name and the line of the form.
    await page.getByLabel(say('sender.reply'), { exact: true }).fill('care@rosebergen.example');
    await page.getByText(say('sender.hub'), { exact: true }).click();
    await page.getByText(say('preview.tracking'), { exact: true }).click();
    const frame = page.frameLocator('.tracking-frame');
    await expect(frame.getByText('Rose of Bergen', { exact: true })).toBeVisible();
    await expect(frame.getByText('care@rosebergen.example')).toBeVisible();

    // Saved as version 2, with what changed; then it can be active.
    await button('edit.save', { version: 2 }).click();
    await expect(page.getByText(say('list.version', { version: 2 })).first()).toBeVisible();
    await expect(page.locator('.profile-changes').getByText(/Nordic Rose/)).toBeVisible();
    await button('step.activate').click();
    await expect(page.getByText(say('state.active'), { exact: true })).toBeVisible();
    const draft = await call(request, createDraft, { body: { name: 'First under the rose' } });
    await call(request, editDraft, {
      params: { id: draft.id },
      version: draft.version,
      body: { shipTo: 'customers', brandProfileId: id },
    });
    const order = await call(request, getOrder, { params: { id: draft.id } });
    expect(order.brandProfileId).toBe(id);

    // Nothing is placed under it, so it can go; then no order takes it.
    await button('step.archive').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('step.archive'), exact: true })
      .click();
    await expect(page.getByText(say('state.archived'), { exact: true })).toBeVisible();
  });
}
