import { type APIRequestContext, expect } from '@playwright/test';
import { demoInbox, demoMail } from '@qafila/shared/notifications/notifications.contract';
import { call } from './portal-call';

/** The secret of the newest mailed link to a screen (`/register`), as the address of that screen. Waits for it. */
export async function mailedLink(request: APIRequestContext, to: string, screen: string): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    const { rows } = await call(request, demoInbox);
    for (const { id } of rows.filter((row) => row.to === to)) {
      const { text } = await call(request, demoMail, { params: { id } });
      found ??= new RegExp(`${screen}#[\\w-]{43}`).exec(text)?.[0];
    }
    expect(found).toBeDefined();
  }).toPass({ timeout: 45_000 });
  return found ?? '';
}
