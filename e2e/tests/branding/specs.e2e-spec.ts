import { SpecPages } from '../../pages/spec-pages';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { aLargePage, aSignedSpec, type ProofPeople } from '../../worlds/proofs';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('en')) {
  test(`a signed spec is refused by the second person, its trader reads why; another is locked and retired, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const noura = await visit({ as: PEOPLE.noura, locale });
    const driss = await visit({ as: PEOPLE.driss, locale });
    const hind = await visit({ as: PEOPLE.hind, locale });
    const people: ProofPeople = {
      trader: noura.request,
      maker: driss.request,
      gatekeeper: hind.request,
    };
    const isReady = (look: () => Promise<string>): Promise<void> =>
      expect.poll(look, { timeout: 60_000 }).toBe('ready');
    const mark = Date.now().toString(36).slice(-5);
    const [wrong, right] = [`Foil ${mark}`, `Plain ${mark}`];
    for (const title of [wrong, right])
      await aSignedSpec(people, { title, bytes: aLargePage(1200, 800, 40), as: PEOPLE.noura }, isReady);

    // Its maker finds it among those that wait, and cannot check it.
    const own = new SpecPages(driss, words, 'design');
    await own.open(wrong);
    await expect(own.page.getByRole('note')).toBeVisible();
    await expect(own.button('checks:check.lock')).toHaveCount(0);

    const desk = new SpecPages(hind, words, 'design');
    await desk.open(wrong);
    await desk.refuseTwice('The foil runs into the fold.');
    const brand = new SpecPages(noura, words, 'brand');
    await brand.open(wrong, 'retired');
    await expect(brand.page.getByRole('blockquote')).toHaveText('The foil runs into the fold.');

    await desk.open(right);
    await desk.lock();
    await brand.open(right);
    await brand.retire();
    await brand.open(right, 'retired');
    await expect(brand.page.getByRole('link', { name: words.say('specs:now.order') })).toHaveCount(0);
    await expect(brand.button('specs:retire.do')).toHaveCount(0);
  });
}
