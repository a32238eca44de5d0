import type { INestApplicationContext } from '@nestjs/common';
import { recipientInput } from '@qafila/shared/ordering/order-views';
import { CreateDraft } from '../modules/ordering/app/create-draft';
import { EditDraft } from '../modules/ordering/app/edit-draft';
import { PutLines } from '../modules/ordering/app/put-lines';
import { PutRecipients } from '../modules/ordering/app/put-recipients';
import { SubmitOrder } from '../modules/ordering/app/submit-order';
import { ConfirmMatches } from '../modules/payments/app/confirm-matches';
import { ImportStatement } from '../modules/payments/app/import-statement';
import { ReadDesk } from '../modules/payments/app/read-desk';
import { ReviewMatches } from '../modules/payments/app/review-matches';
import { WriteDemoStatement } from '../modules/payments/app/write-demo-statement';
import type { Cast } from './cast';
import type { DemoOrder } from './demo-orders';
import { demoVariantId } from './load-catalogue';
import { specOf } from './spec-of';

/** A draft as its story left it. */
export interface ToldDraft {
  readonly id: string;
  readonly version: number;
  readonly total: { readonly minor: number; readonly currency: string };
}

/** Begins a draft and fills it: lines, and recipients where there are any. */
export async function draftOrder(
  app: INestApplicationContext,
  cast: Cast,
  order: DemoOrder,
): Promise<ToldDraft> {
  const actor = cast.as(order.by);
  const { id, version } = await app.get(CreateDraft, { strict: false }).run(actor, order.name);
  const specId = await specOf(app, actor.companyId);
  const lines = order.lines.map((line) => ({
    variantId: demoVariantId(line.sku),
    quantity: line.quantity,
    ...(line.isPrivateLabel && specId
      ? { pack: 'private_label' as const, specId }
      : { pack: 'neutral' as const }),
  }));
  const filled = await app.get(PutLines, { strict: false }).run(actor, { id, version }, lines);
  if (!order.recipients) return { id, version: filled.version, total: filled.totals.total };
  const turned = await app
    .get(EditDraft, { strict: false })
    .run(actor, { id, version: filled.version }, { shipTo: 'customers' });
  const recipients = order.recipients.map(({ items, ...rest }) =>
    recipientInput.parse({
      ...rest,
      items: items.map(({ sku, quantity }) => ({ variantId: demoVariantId(sku), quantity })),
    }),
  );
  const shared = await app
    .get(PutRecipients, { strict: false })
    .run(actor, { id, version: turned.version }, recipients);
  return { id, version: shared.version, total: shared.totals.total };
}

/** Places the order, to be paid by bank transfer. */
export async function submitDraft(
  app: INestApplicationContext,
  cast: Cast,
  { order, draft }: { order: DemoOrder; draft: ToldDraft },
): Promise<void> {
  await app
    .get(SubmitOrder, { strict: false })
    .run(cast.as(order.by), draft, { expectedTotal: draft.total as never, method: 'bank_transfer' });
}

/** The demo bank pays what is open; finance imports the statement and two people confirm the list. */
export async function payOpenOrders(app: INestApplicationContext, cast: Cast): Promise<void> {
  const farah = cast.as('farah@qafila.example');
  const omar = cast.as('omar@qafila.example');
  const statement = await app.get(WriteDemoStatement, { strict: false }).run();
  await app.get(ImportStatement, { strict: false }).run(farah, Buffer.from(statement));
  for (const clerk of [farah, omar]) {
    const desk = await app
      .get(ReadDesk, { strict: false })
      .run(clerk, { view: clerk === farah ? 'open' : 'second', limit: 100 });
    const matches = desk.rows.flatMap((line) =>
      line.matches.map(({ id, version }) => ({ matchId: id, version })),
    );
    if (matches.length === 0) continue;
    const { hash } = await app.get(ReviewMatches, { strict: false }).run(clerk, matches);
    await app.get(ConfirmMatches, { strict: false }).run(clerk, { hash, matches });
  }
}
