import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { OutsideLine } from '../../../platform/outside/outside-line';
import { GatewayRefused, OutcomeUnknown, PaymentNotFound } from '../domain/gateways/gateway-failure';
import { JsonLine } from './json-line';

const clock = { now: () => new Date(0) };
const NAMED = JSON.stringify({ errorType: 'not_closed' });

describe('an answer of a gateway that is no answer', () => {
  let server: Server;
  let answer = { status: 200, body: '' };
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['a key that is not known', 401, NAMED, OutcomeUnknown],
    ['a wall before it', 403, '<html>no</html>', OutcomeUnknown],
    ['a call that came too slowly', 408, '', OutcomeUnknown],
    ['a conflict that nobody names', 409, '<html>busy</html>', OutcomeUnknown],
    ['a call that came too early', 425, '', OutcomeUnknown],
    ['its own refusal', 400, NAMED, GatewayRefused],
    ['its own refusal of a payment that stands otherwise', 409, NAMED, GatewayRefused],
    ['a payment it does not know', 404, '', PaymentNotFound],
  ])('%s (%i)', async (_what, status, body, failure) => {
    answer = { status, body };
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const line = new OutsideLine({ name: 'tabby', origin, timeoutMs: 250, tries: 1, firstWaitMs: 1 }, clock);
    const asked = new JsonLine('tabby', line, 'Bearer key').ask(
      { method: 'POST', path: '/refunds', body: {}, mayRepeat: false },
      z.unknown(),
    );
    await expect(asked).rejects.toThrow(failure);
  });
});
