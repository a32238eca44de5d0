import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import { DIMENSION_WORDS } from '@qafila/shared/branding/packaging-words';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('ar')) {
  test(`a trader builds a carton from the catalogue and sees it live, in ${locale}`, async ({ visit }) => {
    const { page } = await visit({ as: PEOPLE.noura, locale });
    const words = new ScreenWords(locale);
    const say = (key: string, values?: Record<string, string | number>) =>
      words.say(`packaging:${key}`, values);
    await page.goto('/brand/packaging');
    const name = styleOf('folding-carton').name[locale];
    await page.getByRole('button', { name: say('catalogue.chooseNamed', { name }) }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

    // Typed by hand: the drawing and its sizes follow at once. Glue 15, twice 80 and 45 each: 265 mm.
    const drawing = page.locator('.stage-sheet svg').first();
    await expect(drawing.getByText('225 mm')).toBeVisible();
    await page.getByLabel(DIMENSION_WORDS.length[locale], { exact: true }).fill('80');
    await expect(drawing.getByText('265 mm')).toBeVisible();

    // Leaving with what is not saved asks; who stays has it all.
    const address = page.url();
    const asked = page.waitForEvent('dialog').then(async (question) => {
      await question.dismiss();
      return question.message();
    });
    await page.getByRole('link', { name: words.say('app:rail.orders'), exact: true }).click();
    expect(await asked).toBe(words.say('ui:leave'));
    expect(page.url()).toBe(address);
    await expect(page.getByLabel(DIMENSION_WORDS.length[locale], { exact: true })).toHaveValue('80');

    // What cannot be made is said, and the drawing stays at the last that can.
    await page.getByLabel(DIMENSION_WORDS.height[locale], { exact: true }).fill('5');
    await expect(page.getByText(say('screen.behind'))).toBeVisible();
    await expect(drawing.getByText('265 mm')).toBeVisible();
    await page.getByLabel(DIMENSION_WORDS.height[locale], { exact: true }).fill('120');
    await page.getByRole('button', { name: say('form.save') }).click();
    await expect(page.getByText(say('screen.version', { version: 2 })).first()).toBeVisible();
    await page.getByRole('button', { name: say('step.finish') }).click();
    await expect(page.getByText(say('state.ready'), { exact: true })).toBeVisible();

    // Lines go away and come back; each product is drawn, and saved as a picture and as a drawing.
    const bleed = page.getByRole('button', { name: say('layer.bleed'), exact: true });
    await bleed.click();
    await expect(drawing.locator('[data-layer="bleed"]')).toHaveCount(0);
    await page.getByText(say('screen.mockup'), { exact: true }).click();
    for (const product of ['pouch', 'jar', 'bottle', 'slip', 'tracking', 'box']) {
      await page.getByText(say(`product.${product}`), { exact: true }).click();
      await expect(page.locator('.stage-sheet svg image').first()).toBeAttached();
    }
    for (const [button, ending] of [
      ['stage.png', '.png'],
      ['stage.svg', '.svg'],
    ] as const) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: say(button) }).click();
      expect((await saved).suggestedFilename()).toContain(ending);
    }
  });
}
