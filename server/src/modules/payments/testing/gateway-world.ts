import { type OrderPaymentView, orderPayment, startPayment } from '@qafila/shared/payments/attempts.contract';
import { METHODS, type MethodId } from '@qafila/shared/payments/methods';
import { asksPhone } from '@qafila/shared/payments/methods.rules';
import { deadlineAfter, HOLD_BUSINESS_DAYS } from '@qafila/shared/payments/payments.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { SimClock } from '../../../simulators/kernel/sim-clock';
import type { SimServer } from '../../../simulators/kernel/sim-server';
import { makeWorld } from '../../../simulators/make-world';
import { PaymentOpening } from '../../ordering/ordering.api';
import { InstructionRepository } from '../db/instruction.repository';
import { RateRepository } from '../db/rate.repository';
import type { RemoteGatewayId } from '../domain/attempts/attempt';
import type { Hook } from '../domain/gateways/gateway';
import { ACCOUNTS } from '../gateways/testing/open-bench';
import { Person } from '../gateways/testing/person';
import { SimControl } from '../gateways/testing/sim-control';
import { AttemptsJob } from '../jobs/attempts.job';
import { sar, seedSeller } from './payment-world';

const PHONE = '050 000 0001';
export type Payer = TestPerson & { readonly companyId: string };
type StartMethod = Exclude<MethodId, 'bank_transfer'>;

/** The application with every simulator beside it, over real sockets; hooks are held until a test delivers them. */
export class GatewayWorld {
  readonly person = new Person();

  constructor(
    readonly app: TestApp,
    private readonly server: SimServer,
  ) {}

  control(gateway: RemoteGatewayId): SimControl {
    return new SimControl(this.server.origin, gateway);
  }

  /** A placed order that waits for its money; `total` in halalas. */
  async anOrder(payer: Payer, total = 575_001): Promise<string> {
    const [orderId, at] = [newId(), this.app.clock.now()];
    // Whoever placed an order has the company's key made.
    await this.app.sealer(payer.companyId);
    await this.app.system((tx) =>
      tx.query(
        `insert into orders (company_id, id, code, name, state, version, currency, ship_to, address_id, goods_minor,
           total_minor, minimum_kind, minimum_minor, hold_until, created_by, created_at, changed_at, submitted_at)
         values ($1, $2, $3, 'Card order', 'submitted', 1, 'SAR', 'warehouse',
           (select id from company_addresses where company_id = $1 limit 1), $4, $4, 'later', 0, $5, $6, $7, $7, $7)`,
        [
          payer.companyId,
          orderId,
          newPublicCode(),
          total,
          deadlineAfter(at, HOLD_BUSINESS_DAYS.value),
          payer.personId,
          at,
        ],
      ),
    );
    return orderId;
  }

  /** That a transfer of the order names; its instruction is opened. */
  referenceOf({ companyId }: Payer, orderId: string, total = 575_001): Promise<string> {
    const at = this.app.clock.now();
    const deadline = deadlineAfter(at, HOLD_BUSINESS_DAYS.value);
    return this.app.system(async (tx) => {
      await this.app.get(PaymentOpening).open(tx, { companyId, orderId, amount: sar(total), at, deadline });
      const [instruction] = await this.app.get(InstructionRepository).ofOrder(tx, companyId, orderId);
      return instruction?.reference ?? '';
    });
  }

  async read(payer: Payer, orderId: string): Promise<OrderPaymentView> {
    const answer = await this.app.call(orderPayment, { as: payer, params: { id: orderId } });
    if (answer.status !== 200) throw new Error(`payment answered ${answer.status} ${answer.body.code}`);
    return answer.body;
  }

  /** Presses the button: a row, and nothing outside yet. */
  async ask(payer: Payer, orderId: string, method: StartMethod = 'visa') {
    const { due } = await this.read(payer, orderId);
    const body = { method, due, ...(asksPhone(method) ? { phone: PHONE } : {}) };
    return this.app.call(startPayment, { as: payer, params: { id: orderId }, body });
  }

  /** An attempt with its page, as the browser is led to it. */
  async start(payer: Payer, orderId: string, method: StartMethod = 'visa') {
    const { status, body } = await this.ask(payer, orderId, method);
    if (status !== 200) throw new Error(`start answered ${status} ${body.code}`);
    await this.follow();
    const { live } = await this.read(payer, orderId);
    if (live?.pageUrl === null || live?.pageUrl === undefined)
      throw new Error(`${METHODS[method].name}: no page`);
    return { id: live.id, url: live.pageUrl };
  }

  /** NOK 2.7315 for a riyal, as of now. */
  publishRate(): Promise<void> {
    const asOf = this.app.clock.now();
    const rate = { base: 'SAR', quote: 'NOK', num: 27_315, scale: 4, source: 'entered', asOf } as const;
    return this.app.system((tx) => this.app.get(RateRepository).add(tx, [rate]));
  }

  /** One round of the worker. */
  follow(): Promise<void> {
    return this.app.get(AttemptsJob).follow();
  }

  /** What the sweep of some minutes later finds, with what listens to it. */
  async sweep(milliseconds = 121_000): Promise<void> {
    await this.advance(milliseconds);
    await this.follow();
    await this.app.drain();
  }

  async advance(milliseconds: number): Promise<void> {
    await this.app.clock.advance(milliseconds);
    await this.control('stripe').advance(milliseconds);
  }

  /** Hands a hook over exactly as it came. */
  async deliver(gateway: RemoteGatewayId, hook: Hook): Promise<number> {
    const query = new URLSearchParams(hook.query as Record<string, string>).toString();
    const { statusCode } = await this.app.nest.inject({
      method: 'POST',
      url: `/api/payments/hooks/${gateway}${query ? `?${query}` : ''}`,
      headers: { ...hook.headers } as Record<string, string>,
      payload: Buffer.from(hook.raw),
    });
    return statusCode;
  }

  /** How many entries of the ledger an order or a company's credit has from gateways, and what they sum to. */
  async booked(companyId: string): Promise<Readonly<Record<string, number>>> {
    const rows = await this.app.system((tx) =>
      tx.query<{ account: string; currency: string; sum: string }>(
        `select p.account, p.currency, sum(p.amount_minor) as sum from ledger_postings p
         where p.company_id = $1 group by 1, 2 having sum(p.amount_minor) <> 0`,
        [companyId],
      ),
    );
    return Object.fromEntries(
      rows.map(({ account, currency, sum }) => [`${account} ${currency}`, Number(sum)]),
    );
  }

  async entries(companyId: string): Promise<string[]> {
    const rows = await this.app.system((tx) =>
      tx.query<{ kind: string }>(
        'select kind from ledger_entries where company_id = $1 order by booked_at, id',
        [companyId],
      ),
    );
    return rows.map(({ kind }) => kind);
  }

  async flagOf(attemptId: string): Promise<string | null> {
    const [row] = await this.app.system((tx) =>
      tx.query<{ flag: string | null }>('select flag from payment_attempts where id = $1', [attemptId]),
    );
    return row?.flag ?? null;
  }

  async refOf(attemptId: string): Promise<string> {
    const [row] = await this.app.system((tx) =>
      tx.query<{ gateway_ref: string | null }>('select gateway_ref from payment_attempts where id = $1', [
        attemptId,
      ]),
    );
    return row?.gateway_ref ?? '';
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.server.kill();
  }
}

const NAMES = ['STRIPE', 'NOON', 'TABBY', 'TAMARA'] as const;

/** Opens the simulators, then the application that has its accounts there. */
export async function aGatewayWorld(): Promise<GatewayWorld> {
  const { server } = makeWorld(ACCOUNTS, new SimClock(), 'attempts');
  await server.listen();
  const { stripe, noon, tabby, tamara } = ACCOUNTS;
  const app = await aTestApp({
    environment: {
      ...Object.fromEntries(NAMES.map((name) => [`GATEWAY_${name}_ORIGIN`, server.origin])),
      GATEWAY_STRIPE_KEY: stripe.key,
      // In the middle of a change of secrets: Stripe still signs with the old one.
      GATEWAY_STRIPE_HOOK_SECRETS: `whsec_next,${stripe.hookSecret}`,
      GATEWAY_NOON_KEY: noon.key,
      GATEWAY_NOON_HOOK_SECRETS: noon.hookSecret,
      GATEWAY_NOON_BUSINESS: noon.business,
      GATEWAY_NOON_APPLICATION: noon.application,
      GATEWAY_TABBY_KEY: tabby.key,
      GATEWAY_TABBY_HOOK_SECRETS: tabby.hookSecret,
      GATEWAY_TABBY_CODE: 'qafila',
      GATEWAY_TAMARA_KEY: tamara.key,
      GATEWAY_TAMARA_HOOK_SECRETS: tamara.hookSecret,
      GATEWAY_BUSINESS_USE: 'klarna,tabby,tamara',
    },
  });
  await seedSeller(app);
  const world = new GatewayWorld(app, server);
  for (const gateway of ['stripe', 'noon', 'tabby', 'tamara'] as const)
    await world.control(gateway).hookMode('hold');
  return world;
}
