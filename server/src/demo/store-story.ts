import type { INestApplicationContext } from '@nestjs/common';
import { CreateDraft } from '../modules/ordering/app/create-draft';
import { PutLines } from '../modules/ordering/app/put-lines';
import { ChangeRole } from '../modules/store/app/change-role';
import { InviteStaff } from '../modules/store/app/invite-staff';
import type { Actor } from '../platform/access/actor';
import { systemScope } from '../platform/access/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Cast } from './cast';
import { demoVariantId } from './load-catalogue';

const PREPARED = {
  name: 'Ramadan corner',
  reason: 'order_by_phone: Yusuf asked by phone for a first Ramadan corner',
  lines: [
    { sku: 'ARG-030', quantity: 48 },
    { sku: 'RSW-100', quantity: 48 },
    { sku: 'BLD-100', quantity: 24 },
  ],
};

/** The store at work: a draft prepared for a trader, a role that waits for a second person, an open invitation. */
export async function tellStoreStory(app: INestApplicationContext, cast: Cast): Promise<void> {
  const [told] = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) => tx.query('select 1 from staff_invitations limit 1'));
  if (told) return;
  await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query(
        `update companies set account_manager_id = $1 where account_manager_id is null and state = 'active'`,
        [cast.as('amal@qafila.example').personId],
      ),
    );
  await prepareDraft(app, cast);
  const mehdi = cast.as('mehdi@qafila.example');
  await app.get(ChangeRole, { strict: false }).change(mehdi, {
    personId: cast.as('amal@qafila.example').personId,
    role: 'finance',
    step: 'grant',
    reason: 'Covers for Omar in Ramadan',
  });
  await app.get(InviteStaff, { strict: false }).invite(mehdi, {
    name: 'Rana Saleh',
    email: 'rana@qafila.example',
    locale: 'ar',
    roles: ['warehouse'],
  });
}

/** Amal, who acts for Atlas Gifts, prepares what its owner asked for by phone. */
async function prepareDraft(app: INestApplicationContext, cast: Cast): Promise<void> {
  const { companyId, companyState } = cast.as('yusuf@atlasgifts.example');
  const acting: Actor = {
    ...cast.as('amal@qafila.example'),
    kind: 'trader',
    companyId,
    companyState,
    acting: { reason: PREPARED.reason },
  };
  const { id, version } = await app.get(CreateDraft, { strict: false }).run(acting, PREPARED.name);
  const lines = PREPARED.lines.map(({ sku, quantity }) => ({
    variantId: demoVariantId(sku),
    quantity,
    pack: 'neutral' as const,
  }));
  await app.get(PutLines, { strict: false }).run(acting, { id, version }, lines);
}
