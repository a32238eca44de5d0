import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { readSimulatorConfig } from '../platform/config/simulator-config';
import { PAGE_WORDS } from './kernel/page-words';
import { SimClock } from './kernel/sim-clock';
import { SimIds } from './kernel/sim-ids';
import type { SimServer } from './kernel/sim-server';
import { makeWorld, type SimAccounts } from './make-world';

const NOW = new Date('2026-11-29T09:00:00Z');
const MINUTE_MS = 60_000;
const CHECKOUT = {
  payment: {
    amount: '100.00',
    currency: 'SAR',
    description: 'Order A',
    buyer: { name: 'N', email: 'n@n.example', phone: '+966500000001' },
    order: { reference_id: 'a' },
  },
  merchant_urls: {
    success: 'https://p.example/ok',
    cancel: 'https://p.example/c',
    failure: 'https://p.example/f',
  },
};

/** A portal that takes hooks, or not. */
class Receiver {
  readonly bodies: string[] = [];
  answers = 200;
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      this.bodies.push(body);
      response.writeHead(this.answers).end();
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  get statuses(): string[] {
    return this.bodies.map((body) => JSON.parse(body).status as string);
  }
}

describe('the simulators', () => {
  let server: SimServer;
  let receiver: Receiver;
  const call = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const control = async (path: string, body: unknown = {}) =>
    expect((await call(`/__sim/${path}`, body)).status).toBe(200);
  const held = async () =>
    ((await (await fetch(`${server.origin}/__sim`)).json()) as { tabby: unknown }).tabby;

  beforeEach(async () => {
    receiver = new Receiver();
    const hookUrl = await receiver.open();
    const accounts: SimAccounts = {
      stripe: { key: 's', hookSecret: 's', hookUrl },
      noon: { business: 'b', application: 'a', key: 'n', hookSecret: 'n', hookUrl },
      tabby: { key: 't', hookHeader: 'x-hook-token', hookSecret: 't', hookUrl },
      tamara: { key: 'm', hookSecret: 'm', hookUrl },
    };
    server = makeWorld(accounts, new SimClock(NOW), 'spec').server;
    await server.listen();
  });
  afterEach(async () => {
    await server.kill();
    receiver.close();
  });

  /** A payment that is approved: one hook. */
  async function approved(): Promise<string> {
    const answer = await call('/api/v2/checkout', CHECKOUT, { authorization: 'Bearer t' });
    const { payment } = (await answer.json()) as { payment: { id: string } };
    await fetch(`${server.origin}/tabby/${payment.id}`, {
      method: 'POST',
      body: new URLSearchParams({ do: 'approve' }),
      redirect: 'manual',
    });
    return payment.id;
  }

  it('deliver a hook once when it is taken', async () => {
    await approved();
    await control('tabby/hooks/deliver');
    expect(receiver.statuses).toEqual(['authorized']);
  });

  it('Tabby tries five times in ten minutes, then never again', async () => {
    receiver.answers = 500;
    await approved();
    await control('tabby/hooks/deliver');
    for (let minute = 0; minute < 20; minute += 1) await control('clock', { advanceMs: MINUTE_MS });
    expect(receiver.bodies).toHaveLength(5);
    receiver.answers = 200;
    await control('clock', { advanceMs: 60 * MINUTE_MS });
    expect(receiver.bodies).toHaveLength(5);
    expect(await held()).toMatchObject({ hooks: { waiting: [], ended: [{ end: 'given_up', tries: 5 }] } });
  });

  it.each([
    ['drop', []],
    ['duplicate', ['authorized', 'authorized']],
  ])('%s a hook', async (mode, statuses) => {
    await control('tabby/hooks', { mode });
    await approved();
    await control('tabby/hooks/deliver');
    expect(receiver.statuses).toEqual(statuses);
  });

  it('hold hooks until they are told, and reorder them', async () => {
    await control('tabby/hooks', { mode: 'reorder' });
    const ids = [await approved(), await approved()];
    expect(receiver.bodies).toEqual([]);
    await control('tabby/hooks/deliver');
    expect(receiver.bodies.map((body) => JSON.parse(body).id)).toEqual(ids.toReversed());
  });

  it('tamper with a hook', async () => {
    await control('tabby/hooks', { mode: 'hold' });
    await approved();
    await control('tabby/hooks', { mode: 'tamper' });
    await control('tabby/hooks/deliver');
    const state = JSON.stringify(await held());
    expect(receiver.bodies).toHaveLength(1);
    expect(state).not.toContain(JSON.parse(receiver.bodies[0] ?? '{}').id);
  });

  it('are the same for the same seed', () => {
    const made = (seed: string): string[] => {
      const ids = new SimIds(seed);
      return [ids.uuid(), ids.text(24), ids.bigOdd()];
    };
    expect(made('one')).toEqual(made('one'));
    expect(made('one')).not.toEqual(made('two'));
  });

  it('take no control from a form of another site', async () => {
    const form = await fetch(`${server.origin}/__sim/clock`, { method: 'POST', body: '{"advanceMs":1}' });
    expect(form.status).toBe(415);
  });

  it.each([
    ['nobody/next', { outcome: 'review' }],
    ['noon/next', { outcome: 'luck' }],
    ['noon/twist', { ref: 'none', twist: 'less' }],
    ['noon/faults', { fault: 'earthquake' }],
    ['clock', { advanceMs: -1 }],
  ])('refuse a control they do not know: %s', async (path, body) => {
    expect((await call(`/__sim/${path}`, body)).status).toBe(400);
  });

  it('move to the time of the demo', async () => {
    const answer = await call('/__sim/clock', { now: '2026-12-24T18:00:00.000Z' });
    expect(await answer.json()).toEqual({ now: '2026-12-24T18:00:00.000Z' });
  });

  it.each(['/v1/checkout/sessions', '/payment/v1/order', '/api/v2/checkout', '/checkout'])(
    '%s wants its key',
    async (path) => expect((await call(path, {})).status).toBe(401),
  );

  it('say on every page that no money is real, in all languages', () => {
    for (const words of Object.values(PAGE_WORDS)) {
      expect(LOCALES.filter((locale) => words[locale].trim() === '')).toEqual([]);
    }
  });

  it.each([undefined, 'production'])('refuse to start in mode %s', (mode) => {
    const environment = { GATEWAY_SIMULATORS_PORT: '0', ...(mode && { QAFILA_MODE: mode }) };
    expect(() => readSimulatorConfig(environment)).toThrow(/QAFILA_MODE/);
    expect(readSimulatorConfig({ ...environment, QAFILA_MODE: 'demo' }).PORT).toBe(3000);
  });
});
