import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../clock/clock';
import { type OutsideCall, OutsideLine } from './outside-line';

const READ: OutsideCall = { method: 'GET', path: '/thing', headers: {}, mayRepeat: true };
const ONCE: OutsideCall = { method: 'POST', path: '/thing', headers: {}, body: '{}', mayRepeat: false };

describe('a line to the outside', () => {
  let server: Server;
  let answers: ((response: ServerResponse) => void)[];
  let seen: string[];
  let now: number;
  const clock: Clock = { now: () => new Date(now) };
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = (): OutsideLine =>
    new OutsideLine({ name: 'party', origin: origin(), timeoutMs: 200, tries: 3, firstWaitMs: 1 }, clock);
  const says =
    (status: number, headers: Record<string, string> = {}) =>
    (response: ServerResponse): void => {
      response.writeHead(status, headers).end('said');
    };
  const breaks = (response: ServerResponse): void => {
    response.destroy();
  };

  beforeEach(async () => {
    now = 0;
    seen = [];
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      (answers.shift() ?? says(200))(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gives an answer of 4xx as it is, and asks no second time', async () => {
    answers = [says(404)];
    expect(await line().send(READ)).toMatchObject({ status: 404, body: 'said' });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['broken', breaks],
    ['failing', says(503)],
    ['busy', says(429, { 'retry-after': '0' })],
    ['silent', () => undefined],
  ])('asks again when the other side is %s and the call may be repeated', async (_how, answer) => {
    answers = [answer, answer, says(200)];
    expect(await line().send(READ)).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['unreachable', breaks],
    ['failing', says(500)],
    ['busy', says(429)],
    ['timeout', () => undefined],
  ])('says %s of a call that may be sent once only, and sends it once', async (fault, answer) => {
    answers = [answer, says(200)];
    await expect(line().send(ONCE)).rejects.toMatchObject({ fault, party: 'party' });
    expect(seen).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    answers = [says(302, { location: 'http://127.0.0.1:1/' })];
    await expect(line().send(ONCE)).rejects.toMatchObject({ fault: 'unreachable' });
  });

  it('rests for half a minute after five failures, then tries once', async () => {
    const tired = line();
    answers = Array.from({ length: 6 }, () => says(500));
    await expect(tired.send(READ)).rejects.toMatchObject({ fault: 'failing' });
    await expect(tired.send(READ)).rejects.toMatchObject({ fault: 'paused' });
    expect([tired.isReady, seen.length]).toEqual([false, 5]);
    now = 30_000;
    await expect(tired.send(READ)).rejects.toMatchObject({ fault: 'paused' });
    expect(seen).toHaveLength(6);
    now = 60_000;
    expect(await tired.send(READ)).toMatchObject({ status: 200 });
    expect(tired.isReady).toBe(true);
  });

  it('as `fetch` goes to its own party only', async () => {
    await expect(line().fetch('http://127.0.0.1:1/other')).rejects.toThrow(TypeError);
    answers = [says(500), says(200, { 'x-kind': 'kept' })];
    const keyed = { method: 'POST', body: 'a=1', headers: { 'Idempotency-Key': 'k' } };
    const answer = await line().fetch(`${origin()}/v1/things?page=2`, keyed);
    expect([await answer.text(), answer.headers.get('x-kind')]).toEqual(['said', 'kept']);
    expect(seen).toEqual(['POST /v1/things?page=2', 'POST /v1/things?page=2']);
  });
});
