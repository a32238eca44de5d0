import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { ROLES } from '@qafila/shared/access/roles';
import { editDraft, getOrder, putLines } from '@qafila/shared/ordering/ordering.contract';
import { confirmMatches } from '@qafila/shared/payments/desk.contract';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { z } from 'zod';
import { newId } from '../../src/platform/ids/new-id';
import { cellsOf, expectedOf, judgeAll } from '../support/matrix';
import { SITUATIONS } from '../support/matrix-cells';
import { SAMPLES, sampleOf } from '../support/samples/samples';
import { aWorld, type World } from '../support/world';
import { GOODS } from '../support/world-company';

const BUILD_MS = 180_000;
const CELL_MS = 2_000;
const endpoints = portalEndpoints as readonly Endpoint[];
/** These answer with a refusal of their contract here; their good answers are tested in their modules. */
const NEVER_GOOD = [
  'identity.sign_in',
  'identity.provide_code',
  'identity.use_recovery_code',
  'identity.refresh',
  'identity.confirm_totp',
  'identity.remove_totp',
  'identity.confirm_recovery_code',
  'identity.add_passkey',
  'identity.rename_passkey',
  'identity.remove_passkey',
  'identity.second_factor_options',
  'identity.answer_second_factor',
  'identity.passkey_sign_in',
  'identity.step_up_options',
  'identity.answer_step_up',
  'identity.close_session',
  'identity.switch_company',
  'identity.change_password',
  'identity.enrol_again',
  'payments.start_payment',
  'payments.take_hook',
  'payments.use_credit',
  'payments.approve_refunds',
  'payments.send_refunds',
  'payments.refuse_refund',
  'store.read_invitation',
  'store.accept_invitation',
  'traders.look_invitation',
  'traders.accept_invitation',
  'traders.join',
  'traders.accept_terms',
  'traders.apply_again',
  'traders.approve_application',
  'traders.request_changes',
];

/** The others need a thing in the path, or a code. */
const EVERYWHERE = SITUATIONS.filter((situation) => !['acting-foreign', 'stale-code'].includes(situation));

let world: World;
let judged = 0;
const answered = new Set<string>();
beforeAll(async () => {
  world = await aWorld();
}, BUILD_MS);
afterAll(async () => {
  process.stdout.write(
    `access matrix: ${endpoints.length} endpoints, ${ROLES.length} roles, ${judged} cells\n`,
  );
  await world.app.close();
});

const wants = (schema: z.ZodType): boolean => schema instanceof z.ZodObject && !schema.safeParse({}).success;

describe('samples', () => {
  it('stand for every endpoint that needs a path, a body or a file, and for no other', () => {
    const needed = endpoints
      .filter((endpoint) => wants(endpoint.params) || wants(endpoint.body) || endpoint.upload)
      .map((endpoint) => endpoint.id);
    expect(needed.filter((id) => !(id in SAMPLES))).toEqual([]);
    const known = endpoints.map((endpoint) => endpoint.id);
    expect(Object.keys(SAMPLES).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('fit their contracts', async () => {
    for (const endpoint of endpoints) {
      const call = await sampleOf(endpoint, { world, company: world.own });
      expect(endpoint.params.safeParse(call.params ?? {}).error).toBeUndefined();
      expect(endpoint.query.safeParse(call.query ?? {}).error).toBeUndefined();
      if (!endpoint.upload) expect(endpoint.body.safeParse(call.body ?? {}).error).toBeUndefined();
    }
  }, 60_000);
});

describe('the expectation', () => {
  it('is read off the contract: six kinds of answers, each met', () => {
    const all = endpoints.flatMap((endpoint) =>
      cellsOf(endpoint).map((cell) => {
        const expected = expectedOf(endpoint, cell);
        return expected === 'admitted' ? expected : expected.refused;
      }),
    );
    expect([...new Set(all)].sort()).toEqual([
      'CODE_USED',
      'NOT_ALLOWED',
      'NOT_FOUND',
      'NOT_SIGNED_IN',
      'SECOND_FACTOR_REQUIRED',
      'admitted',
    ]);
    expect(SITUATIONS.length).toBe(12);
  });

  it('has 3,000 cells and more, each endpoint in each situation', () => {
    const cells = endpoints.map((endpoint) => cellsOf(endpoint));
    expect(cells.flat().length).toBeGreaterThanOrEqual(3_000);
    for (const each of cells)
      expect(each.map(({ situation }) => situation)).toEqual(expect.arrayContaining([...EVERYWHERE]));
  });
});

describe('the matrix', () => {
  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s answers as its contract says',
    async (_, endpoint) => {
      const faults: string[] = [];
      for (const { fault, status } of await judgeAll(world, endpoint)) {
        judged += 1;
        if (status === 200) answered.add(endpoint.id);
        if (fault) faults.push(fault);
      }
      expect(faults).toEqual([]);
    },
    100 * CELL_MS,
  );

  it('let somebody in everywhere: each endpoint gave a good answer at least once', () => {
    const silent = endpoints.map(({ id }) => id).filter((id) => !answered.has(id));
    expect(silent.sort()).toEqual([...NEVER_GOOD].sort());
  });
});

describe('a body', () => {
  /** What B's thing and a thing that never was are answered; they must not differ. */
  async function refusals(endpoint: Endpoint, bodies: (id: string) => object, foreignId: string) {
    const { params } = await sampleOf(endpoint, { world, company: world.own });
    const as = world.own.people.owner;
    const orders = await world.app.call(getOrder, { as, params: params as { id: string } });
    const answers = [];
    for (const id of [foreignId, newId()]) {
      const { version } = orders.body;
      const { status, body } = await world.app.call(endpoint, { as, params, version, body: bodies(id) });
      const { requestId: _differs, ...rest } = body;
      answers.push(JSON.stringify([status, rest]).replaceAll(id, 'the id'));
      expect(status).toBeGreaterThanOrEqual(400);
    }
    return answers;
  }

  it('that names the address, brand or spec of another company is answered like one that names nothing', async () => {
    const { addressId, brandId, specId } = world.foreign;
    const tries = [
      await refusals(editDraft, (id) => ({ addressId: id }), addressId),
      await refusals(editDraft, (id) => ({ brandProfileId: id }), brandId),
      await refusals(
        putLines,
        (id) => ({ lines: [{ variantId: GOODS.dressed, quantity: 1, pack: 'private_label', specId: id }] }),
        specId,
      ),
    ];
    for (const [foreign, unknown] of tries) expect(foreign).toBe(unknown);
  });
});

describe('a call that moves money', () => {
  it('without a code, or with a wrong one, is refused', async () => {
    const as = await world.app.aStaff('finance');
    const sample = await sampleOf(confirmMatches, { world, company: world.own });
    const none = await world.app.call(confirmMatches as Endpoint, { ...sample, as });
    expect([none.status, none.body.code]).toEqual([403, 'FRESH_CODE_REQUIRED']);
    const right = await world.app.freshCode(as);
    const freshCode = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    const wrong = await world.app.call(confirmMatches as Endpoint, { ...sample, as, freshCode });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'CODE_WRONG']);
  });
});
