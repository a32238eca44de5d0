import { describe, expect, it } from '@jest/globals';
import { CallProblem } from './call';
import { Intention } from './intention';

const problem = (code: string, status: number): CallProblem =>
  new CallProblem(code, status, { params: {}, fields: [], requestId: null });

/** The keys under which these presses are sent, each with what it sends and how it ends. */
async function keysOf(presses: readonly (readonly [body: unknown, end?: CallProblem])[]): Promise<string[]> {
  const intention = new Intention();
  const keys: string[] = [];
  for (const [body, end] of presses) {
    const sent = intention.send(body, (_, key) => {
      keys.push(key);
      return end ? Promise.reject(end) : Promise.resolve('done');
    });
    await sent.catch((error: unknown) => expect(error).toBe(end));
  }
  return keys;
}

describe('an intention', () => {
  it.each([
    ['was not reached', problem('OFFLINE', 0)],
    ['failed', problem('UNEXPECTED', 500)],
    ['was busy', problem('BUSY', 503)],
  ])('keeps its key where the server %s: nothing is done twice', async (_, end) => {
    const keys = await keysOf([[{ name: 'Eid' }, end], [{ name: 'Eid' }]]);
    expect(new Set(keys).size).toBe(1);
  });

  it('has a new key after a refusal', async () => {
    const keys = await keysOf([[{ name: '' }, problem('INVALID_INPUT', 400)], [{ name: '' }]]);
    expect(new Set(keys).size).toBe(2);
  });

  it('has a new key where something else is sent', async () => {
    const keys = await keysOf([[{ name: 'Eid' }, problem('OFFLINE', 0)], [{ name: 'Eid gifts' }]]);
    expect(new Set(keys).size).toBe(2);
  });

  it('stays the same when it was done, until it is meant once more', async () => {
    const intention = new Intention();
    const keyOf = () => intention.send({ text: 'Hello' }, (_, key) => Promise.resolve(key));
    const first = await keyOf();
    expect(await keyOf()).toBe(first);
    intention.renew();
    expect(await keyOf()).not.toBe(first);
  });
});
