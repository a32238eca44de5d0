import type { INestApplicationContext } from '@nestjs/common';
import { money } from '@qafila/shared/kernel/money';
import { ChangeMember } from '../modules/traders/app/change-member';
import { EditOwnRoles } from '../modules/traders/app/edit-own-roles';
import { InviteMember } from '../modules/traders/app/invite-member';
import { systemScope } from '../platform/access/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Cast } from './cast';

const NOURA = 'noura@darnour.example';
const SAMI = 'sami@darnour.example';
/** SAR 60,000 in a month. */
const SAMI_LIMIT = money(6_000_000, 'SAR');
/** An order above SAR 5,000 will ask an approver. */
const SAMI_APPROVAL = money(500_000, 'SAR');

/** Dar Nour sets up its people: a buyer with a limit, a role of its own, an invitation that waits. */
export async function tellPeopleStory(app: INestApplicationContext, cast: Cast): Promise<void> {
  const noura = cast.as(NOURA);
  const told = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query('select 1 from invitations where company_id = $1', [noura.companyId]),
    );
  if (told.length > 0) return;
  await app.get(EditOwnRoles).create(noura, {
    name: 'Order clerk',
    permissions: ['home:read', 'catalogue:read', 'order:read', 'order:draft'],
  });
  await app.get(ChangeMember).run(
    noura,
    { id: cast.as(SAMI).personId, version: 1 },
    {
      roles: ['buyer'],
      ownRoleIds: [],
      limit: { amount: SAMI_LIMIT, window: 'month' },
      approvalLimit: SAMI_APPROVAL,
    },
  );
  await app.get(InviteMember).invite(noura, {
    name: 'Layla Al-Amri',
    email: 'layla@darnour.example',
    locale: 'ar',
    roles: ['approver'],
    ownRoleIds: [],
    limit: null,
    approvalLimit: null,
  });
}
