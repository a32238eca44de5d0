import type { INestApplicationContext } from '@nestjs/common';
import type { Role } from '@qafila/shared/access/roles';
import type { Actor } from '../platform/access/actor';
import { systemScope } from '../platform/access/scope';
import { BlindIndex } from '../platform/crypto/blind-index';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { DemoOrder } from './demo-orders';
import { DEMO_PEOPLE } from './demo-people';

interface PersonRow {
  id: string;
  kind: 'trader' | 'staff';
  email_hash: string;
  company_id: string | null;
  role: Role;
}

/** The people of the demo world as actors of use cases. */
export class Cast {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly actors: ReadonlyMap<string, Actor>,
  ) {}

  static async of(app: INestApplicationContext): Promise<Cast> {
    const rows = await app.get(UnitOfWork).run(systemScope('demo world'), (tx) =>
      tx.query<PersonRow>(
        `select p.id, p.kind, p.email_hash, m.company_id, coalesce(m.role, s.role) as role
         from people p left join memberships m on m.person_id = p.id left join staff_roles s on s.person_id = p.id`,
      ),
    );
    const index = app.get(BlindIndex);
    const actors = DEMO_PEOPLE.flatMap(({ email }): [string, Actor][] => {
      const row = rows.find((each) => each.email_hash === index.ofMail(email));
      return row ? [[email, actorOf(row)]] : [];
    });
    return new Cast(app, new Map(actors));
  }

  /** Throws when nobody has this mail: the data of the demo disagrees with itself. */
  as(email: string): Actor {
    const actor = this.actors.get(email);
    if (!actor) throw new Error(`Nobody in the demo world is ${email}`);
    return actor;
  }

  /** True when the story of an order was told before. */
  async hasOrder(order: DemoOrder): Promise<boolean> {
    const rows = await this.app
      .get(UnitOfWork)
      .run(systemScope('demo world'), (tx) =>
        tx.query('select 1 from orders where company_id = $1 and name = $2', [
          this.as(order.by).companyId,
          order.name,
        ]),
      );
    return rows.length > 0;
  }
}

const actorOf = (row: PersonRow): Actor => ({
  sessionId: row.id,
  personId: row.id,
  kind: row.kind,
  companyId: row.company_id,
  companyState: row.company_id === null ? null : 'active',
  roles: [row.role],
  ownPermissions: [],
  level: 'full',
  acting: null,
});
