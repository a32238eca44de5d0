import { saudiIban } from '@qafila/shared/payments/iban';
import { readSeller } from '@qafila/shared/store/seller.contract';
import { expect, test, type Visit } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { freshCode, PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const ACCOUNT = { en: '121212121212', ar: '343434343434' } as const;

for (const locale of languagesOf('ar')) {
  test(`the account of the seller is changed by two people and can be stopped (${locale})`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const iban = saudiIban('80', ACCOUNT[locale]);
    const say = (name: string): string => words.say(`store:${name}`);
    const confirm = async (person: Visit, email: string, button: string): Promise<void> => {
      const dialog = person.page.getByRole('dialog');
      await dialog.getByLabel(words.say('ui:confirm.code')).fill(await freshCode(person.request, email));
      await dialog.getByRole('button', { name: button }).click();
      await expect(dialog).toBeHidden();
    };

    const mehdi = await visit({ as: PEOPLE.mehdi, locale });
    const before = await call(mehdi.request, readSeller);
    await test.step('an admin proposes it and cannot approve it himself', async () => {
      await mehdi.page.goto('/seller');
      await mehdi.page.getByRole('button', { name: say('account.propose') }).click();
      await mehdi.page.getByRole('dialog').getByLabel(say('propose.iban')).fill(iban);
      await confirm(mehdi, PEOPLE.mehdi, say('propose.confirm'));
      await expect(mehdi.page.getByText(say('change.waitsForSecond'))).toBeVisible();
      await expect(mehdi.page.getByRole('button', { name: say('change.approve') })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    });

    const farah = await visit({ as: PEOPLE.farah, locale });
    await test.step('finance approves it; for 24 hours the old account stands', async () => {
      await farah.page.goto('/seller');
      await farah.page.getByRole('button', { name: say('change.approve') }).click();
      await confirm(farah, PEOPLE.farah, say('change.approveConfirm'));
      await expect(farah.page.getByText(words.like('store:change.timeLeft'))).toBeVisible();
      const { account, change } = await call(farah.request, readSeller);
      expect(account.iban).toBe(before.account.iban);
      expect(change).toMatchObject({ state: 'approved', account: { iban } });
    });

    await test.step('either of them stops it', async () => {
      await farah.page.getByRole('button', { name: say('change.withdraw') }).click();
      await farah.page
        .getByRole('dialog')
        .getByRole('button', { name: say('change.withdraw') })
        .click();
      await expect(farah.page.getByText(words.like('store:change.timeLeft'))).toBeHidden();
      expect((await call(farah.request, readSeller)).change).toBeNull();
    });
  });
}
