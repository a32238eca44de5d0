import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { trackLogo, trackParcel } from '@qafila/shared/shipping/tracking.contract';
import { createTrackingApp } from '../../src/modules/shipping/http/tracking-app';
import { isMarked, marked, readAll, readable } from '../support/reading';
import { aWorld, type CompanyWorld, type World } from '../support/world';

const BUILD_MS = 180_000;
const READ_MS = 600_000;

let world: World;
beforeAll(async () => {
  world = await aWorld(['planned', 'handed_over']);
}, BUILD_MS);
afterAll(() => world.app.close());

describe('what people of company A can read', () => {
  it(
    'holds nothing that B ever typed, whether they ask for their own things or for those of B',
    async () => {
      const own = await readAll(world, world.own, { of: world.own });
      const foreign = await readAll(world, world.own, { of: world.foreign });
      expect(marked([...own, ...foreign]).map(({ place }) => place)).toEqual([]);
      const good = own.filter(({ place }) => place.endsWith('(200)'));
      expect(good.length).toBeGreaterThan(60);
      process.stdout.write(
        `marker: ${own.length + foreign.length} answers of ${readable.length} endpoints read as company A\n`,
      );
    },
    READ_MS,
  );

  it(
    'is what B reads of itself: the search finds B everywhere B shows',
    async () => {
      const readings = await readAll(world, world.foreign, { of: world.foreign });
      const showing = new Set(marked(readings).map(({ endpoint }) => endpoint));
      // More may show: each of these must.
      expect([...showing]).toEqual(
        expect.arrayContaining([
          'branding.list_profiles',
          'identity.list_sessions',
          'identity.session',
          'ordering.get',
          'ordering.home',
          'ordering.list',
          'ordering.review',
          'oversight.company_trail',
          'shipping.consignment_slip',
          'shipping.order_consignments',
          'traders.company',
          'traders.people',
        ]),
      );
    },
    READ_MS,
  );
});

/** Mails of a company, opened. */
async function mailsOf({ companyId }: CompanyWorld): Promise<string[]> {
  const sealer = await world.app.sealer(companyId);
  const rows = await world.app.system((tx) =>
    tx.query<Record<string, string>>('select * from mails where company_id = $1', [companyId]),
  );
  return rows.map((row) => {
    const open = (column: string): string =>
      sealer.open({ table: 'mails', column, rowId: row.id ?? '' }, row[column] ?? '');
    const plain = [row.from_name, row.from_address, row.reply_to];
    return [...['to_enc', 'subject_enc', 'html_enc', 'text_enc'].map(open), ...plain].join('\n');
  });
}

describe('mails', () => {
  it('to A name nothing of B; mails to B do', async () => {
    const toOwn = await mailsOf(world.own);
    const toForeign = await mailsOf(world.foreign);
    expect(toOwn.length).toBeGreaterThanOrEqual(3);
    expect(toOwn.filter(isMarked)).toEqual([]);
    expect(toForeign.filter(isMarked).length).toBeGreaterThan(0);
  });

  it('go to people of the company they are about', async () => {
    const sealer = await world.app.sealer(null);
    for (const company of [world.own, world.foreign]) {
      const rows = await world.app.system((tx) =>
        tx.query<{ id: string; email_enc: string }>(
          'select p.id, p.email_enc from people p join memberships m on m.person_id = p.id where m.company_id = $1',
          [company.companyId],
        ),
      );
      const known = rows.map((row) =>
        sealer.open({ table: 'people', column: 'email_enc', rowId: row.id }, row.email_enc),
      );
      for (const mail of await mailsOf(company)) expect(known).toContain(mail.split('\n')[0]);
    }
  });
});

describe('the tracking origin', () => {
  const tokenOf = async ({ companyId, parcels }: CompanyWorld): Promise<string> => {
    const sealer = await world.app.sealer(companyId);
    const id = parcels.handed_over;
    const [row] = await world.app.system((tx) =>
      tx.query<{ sealed: string }>('select tracking_token_enc as sealed from consignments where id = $1', [
        id,
      ]),
    );
    return sealer.open({ table: 'consignments', column: 'tracking_token_enc', rowId: id }, row?.sealed ?? '');
  };

  it('tells A’s recipient of A’s brand only, and B’s of B’s', async () => {
    const tracking = await createTrackingApp(__dirname);
    await tracking.init();
    await tracking.getHttpAdapter().getInstance().ready();
    try {
      const read = async (company: CompanyWorld): Promise<string> => {
        const token = await tokenOf(company);
        const answers = [];
        for (const endpoint of [trackParcel, trackLogo]) {
          const answer = await tracking.inject({ url: `/api${endpoint.path.replace(':token', token)}` });
          expect(answer.statusCode).toBe(200);
          answers.push(JSON.stringify(answer.headers), answer.body);
        }
        return answers.join('\n');
      };
      expect(isMarked(await read(world.own))).toBe(false);
      expect(isMarked(await read(world.foreign))).toBe(true);
    } finally {
      await tracking.close();
    }
  });
});
