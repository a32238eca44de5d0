import { expect } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { OutcomeUnknown } from '../../domain/gateways/gateway-failure';
import { idempotencyKey } from '../../domain/gateways/idempotency-key';
import { AMOUNT, type Bench, placeOf } from './bench';
import type { ContractCase } from './contract-case';

const PART = money(200_001, 'SAR');

/** What a caller does with an unknown outcome: asks again with the same key. */
async function untilKnown<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    expect(error).toBeInstanceOf(OutcomeUnknown);
    return call();
  }
}

/** Starts through a fault, pays, and counts what was taken for the reference. */
async function payThrough(bench: Bench): Promise<void> {
  const given = bench.asked();
  const key = idempotencyKey(given.ourRef, 'start', 1);
  const { ref, url } = placeOf(await untilKnown(() => bench.gateway.start(given, key)));
  const told = await bench.approve({ given, key, ref, url });
  if (told.state === 'authorised') await bench.take({ given, key, ref, url }, AMOUNT, 1);
  expect(await bench.gateway.findByReference(given.ourRef)).toMatchObject({ ref, captured: AMOUNT });
}

/** A gateway that breaks in the middle. Each case charges once or not at all. */
export const FAULT_CASES: readonly ContractCase[] = [
  {
    name: 'a start that was accepted before the line broke pays once',
    needs: ['hostedPage'],
    run: async (bench) => {
      await bench.control.fault('hang_up_after');
      await payThrough(bench);
    },
  },
  {
    name: 'a start that was accepted and never answered pays once',
    needs: ['hostedPage'],
    run: async (bench) => {
      await bench.control.fault('stall_after');
      await payThrough(bench);
    },
  },
  {
    name: 'a start that was accepted and answered 500 pays once',
    needs: ['hostedPage'],
    run: async (bench) => {
      await bench.control.fault('status_500_after');
      await payThrough(bench);
    },
  },
  {
    name: 'an answer that is no JSON is an unknown outcome, and the start pays once',
    needs: ['hostedPage'],
    run: async (bench) => {
      await bench.control.fault('malformed');
      const given = bench.asked();
      const key = idempotencyKey(given.ourRef, 'start', 1);
      await expect(bench.gateway.start(given, key)).rejects.toThrow(OutcomeUnknown);
      const { ref, url } = placeOf(await bench.gateway.start(given, key));
      await bench.approve({ given, key, ref, url });
      expect((await bench.gateway.findByReference(given.ourRef))?.ref).toBe(ref);
    },
  },
  {
    name: 'a gateway that dies in the middle of a call and comes back pays once',
    needs: ['hostedPage'],
    run: async (bench) => {
      await bench.control.fault('kill');
      const given = bench.asked();
      const key = idempotencyKey(given.ourRef, 'start', 1);
      await expect(bench.gateway.start(given, key)).rejects.toThrow(OutcomeUnknown);
      await bench.revive();
      const { ref, url } = placeOf(await bench.gateway.start(given, key));
      const told = await bench.approve({ given, key, ref, url });
      if (told.state === 'authorised') await bench.take({ given, key, ref, url }, AMOUNT, 1);
      expect(await bench.gateway.findByReference(given.ourRef)).toMatchObject({ ref, captured: AMOUNT });
    },
  },
  {
    name: 'money is taken once when the line breaks after the capture',
    needs: ['authorise'],
    run: async (bench) => {
      const started = await bench.held();
      await bench.control.fault('hang_up_after');
      await untilKnown(() => bench.take(started, AMOUNT, 1));
      expect(await bench.gateway.fetch(started.ref)).toMatchObject({ state: 'captured', captured: AMOUNT });
    },
  },
  {
    name: 'money is given back once when the line breaks after the refund',
    needs: ['partialRefund'],
    run: async (bench) => {
      const started = await bench.paid();
      await bench.control.fault('hang_up_after');
      await untilKnown(() => bench.giveBack(started, PART, 1));
      expect(await bench.gateway.fetch(started.ref)).toMatchObject({ refunded: PART });
    },
  },
  {
    name: 'an answer of whoever stands before it refuses nothing, and money is given back once',
    needs: ['partialRefund'],
    run: async (bench) => {
      const started = await bench.paid();
      for (const fault of ['status_401', 'status_403'] as const) {
        await bench.control.fault(fault);
        await expect(bench.giveBack(started, PART, 1)).rejects.toThrow(OutcomeUnknown);
        await bench.control.fault(fault, { on: 'reads' });
        await expect(bench.gateway.fetch(started.ref)).rejects.toThrow(OutcomeUnknown);
      }
      await bench.giveBack(started, PART, 1);
      expect(await bench.gateway.fetch(started.ref)).toMatchObject({ refunded: PART });
    },
  },
  {
    name: 'busy or failing for a moment, a read is asked again',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref } = await bench.start();
      await bench.control.fault('status_429', { on: 'reads' });
      await bench.control.fault('status_500', { on: 'reads' });
      expect(await bench.gateway.fetch(ref)).toMatchObject({ state: 'open' });
    },
  },
  {
    name: 'busy for a moment, a start is made once',
    needs: ['hostedPage'],
    run: async (bench) => {
      await bench.control.fault('status_429');
      await payThrough(bench);
    },
  },
  {
    name: 'a read that gets no sense out of the gateway is an unknown outcome',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref } = await bench.start();
      await bench.control.fault('malformed', { on: 'reads' });
      await expect(bench.gateway.fetch(ref)).rejects.toThrow(OutcomeUnknown);
      await bench.control.fault('status_500', { on: 'reads', times: 3 });
      await expect(bench.gateway.fetch(ref)).rejects.toThrow(OutcomeUnknown);
    },
  },
  {
    name: 'a gateway that fails again and again is left alone for half a minute',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref } = await bench.start();
      await bench.control.fault('status_500', { on: 'reads', times: 5 });
      await expect(bench.gateway.fetch(ref)).rejects.toThrow(OutcomeUnknown);
      await expect(bench.gateway.fetch(ref)).rejects.toThrow(OutcomeUnknown);
      expect(bench.remote.line.isReady).toBe(false);
      await expect(bench.gateway.fetch(ref)).rejects.toThrow('paused');
      await bench.control.advance(30_000);
      expect(await bench.gateway.fetch(ref)).toMatchObject({ state: 'open' });
    },
  },
];
