import { expect } from '@jest/globals';
import { money, subtract } from '@qafila/shared/kernel/money';
import { GatewayRefused, NotSupported } from '../../domain/gateways/gateway-failure';
import { disagreement } from '../../domain/gateways/snapshot';
import { AMOUNT, type Bench } from './bench';
import type { ContractCase } from './contract-case';

const PART = money(200_001, 'SAR');
const TWO_DAYS_MS = 2 * 24 * 3_600_000;
const MORE = money(500_002, 'SAR');
const refundedOf = async (bench: Bench, ref: Parameters<Bench['gateway']['fetch']>[0]) =>
  (await bench.gateway.fetch(ref)).refunded;

/** Money that is held, taken and given back, and money that is not what we asked for. */
export const MONEY_CASES: readonly ContractCase[] = [
  {
    name: 'held money is not taken',
    needs: ['authorise'],
    run: async (bench) => {
      const { ref } = await bench.held();
      const told = await bench.gateway.fetch(ref);
      expect(told).toMatchObject({ state: 'authorised', authorised: AMOUNT, captured: { minor: 0 } });
    },
    without: async (bench) => {
      await expect(bench.start({ take: 'later' })).rejects.toThrow(NotSupported);
    },
  },
  {
    name: 'held money is taken whole, once for a key',
    needs: ['authorise'],
    run: async (bench) => {
      const started = await bench.held();
      expect(await bench.take(started, AMOUNT, 1)).toMatchObject({ state: 'captured', captured: AMOUNT });
      expect(await bench.take(started, AMOUNT, 1)).toMatchObject({ state: 'captured', captured: AMOUNT });
    },
    without: async (bench) => {
      await expect(bench.take(await bench.start(), AMOUNT, 1)).rejects.toThrow(NotSupported);
    },
  },
  {
    name: 'a part of held money is taken, or the adapter says that it cannot',
    needs: ['partialCapture'],
    run: async (bench) => {
      const started = await bench.held();
      expect(await bench.take(started, PART, 1)).toMatchObject({
        state: 'partially_captured',
        captured: PART,
      });
    },
    without: async (bench) => {
      await expect(bench.take(await bench.start(), PART, 1)).rejects.toThrow(NotSupported);
    },
  },
  {
    name: 'more than is held is not taken',
    needs: ['authorise'],
    run: async (bench) => {
      const started = await bench.held();
      await expect(bench.take(started, MORE, 1)).rejects.toThrow(GatewayRefused);
      expect(await bench.gateway.fetch(started.ref)).toMatchObject({ captured: { minor: 0 } });
    },
  },
  {
    name: 'held money is let go',
    needs: ['void'],
    run: async (bench) => {
      const told = await bench.end(await bench.held());
      expect(told).toMatchObject({ state: 'cancelled', captured: { minor: 0 } });
    },
  },
  {
    name: 'a payment is given back whole',
    needs: ['refund'],
    run: async (bench) => {
      const started = await bench.paid();
      const refund = await bench.giveBack(started, AMOUNT, 1);
      expect(['sent', 'settled']).toContain(refund.state);
      expect(await bench.gateway.fetchRefund(started.ref, refund.id)).toMatchObject({ amount: AMOUNT });
      expect(await refundedOf(bench, started.ref)).toEqual(AMOUNT);
    },
    without: async (bench) => {
      await expect(bench.giveBack(await bench.start(), AMOUNT, 1)).rejects.toThrow(NotSupported);
    },
  },
  {
    name: 'a part is given back, and the rest later',
    needs: ['partialRefund'],
    run: async (bench) => {
      const started = await bench.paid();
      await bench.giveBack(started, PART, 1);
      expect(await refundedOf(bench, started.ref)).toEqual(PART);
      await bench.giveBack(started, subtract(AMOUNT, PART), 2);
      expect(await refundedOf(bench, started.ref)).toEqual(AMOUNT);
    },
  },
  {
    name: 'more than was taken is not given back, nor after all of it is',
    needs: ['refund'],
    run: async (bench) => {
      const started = await bench.paid();
      await expect(bench.giveBack(started, MORE, 1)).rejects.toThrow(GatewayRefused);
      expect((await refundedOf(bench, started.ref)).minor).toBe(0);
      await bench.giveBack(started, AMOUNT, 2);
      await expect(bench.giveBack(started, PART, 3)).rejects.toThrow(GatewayRefused);
    },
  },
  {
    name: 'a refund with one key is given once, however often and late it is asked',
    needs: ['partialRefund'],
    run: async (bench) => {
      const started = await bench.paid();
      const first = await bench.giveBack(started, PART, 1);
      const again = await bench.giveBack(started, PART, 1);
      expect(again.id).toBe(first.id);
      await bench.control.advance(TWO_DAYS_MS);
      const later = await bench.giveBack(started, PART, 1);
      expect(later.id).toBe(first.id);
      expect(await refundedOf(bench, started.ref)).toEqual(PART);
    },
  },
  {
    name: 'nothing is given back of what nobody paid',
    needs: ['refund'],
    run: async (bench) => {
      await expect(bench.giveBack(await bench.start(), PART, 1)).rejects.toThrow(GatewayRefused);
    },
  },
  {
    name: 'one halala less than we asked for is told as it is',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { given, ref } = await bench.paid();
      await bench.control.twist(ref, 'less');
      expect(disagreement(given, await bench.gateway.fetch(ref))).toBe('amount');
    },
  },
  {
    name: 'another currency than we asked for is told as it is',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { given, ref } = await bench.paid();
      await bench.control.twist(ref, 'currency');
      expect(disagreement(given, await bench.gateway.fetch(ref))).toBe('currency');
    },
  },
  {
    name: 'a word nobody knows is unknown, and said',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref } = await bench.paid();
      await bench.control.twist(ref, 'unknown');
      const told = await bench.gateway.fetch(ref);
      expect(told.state).toBe('unknown');
      expect(told.rawState.toLowerCase()).toContain('quarantined');
    },
  },
];
