import { expect } from '@jest/globals';
import { GatewayRefused, NotSupported, PaymentNotFound } from '../../domain/gateways/gateway-failure';
import { gatewayRef } from '../../domain/gateways/gateway-ref';
import { idempotencyKey } from '../../domain/gateways/idempotency-key';
import { disagreement } from '../../domain/gateways/snapshot';
import { AMOUNT, placeOf } from './bench';
import type { ContractCase } from './contract-case';

/** From the first call to the payer's decision. */
export const START_CASES: readonly ContractCase[] = [
  {
    name: 'a start leads to a page, or tells what to do, and nothing is paid yet',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { given, ref, url } = await bench.start();
      expect(await bench.person.open(url)).toContain('Simulator, no real money');
      const told = await bench.gateway.fetch(ref);
      expect(told).toMatchObject({ state: 'open', amount: AMOUNT, captured: { minor: 0 } });
      expect(disagreement(given, told)).toBeNull();
    },
    without: async (bench) => {
      const given = bench.asked();
      const told = await bench.gateway.start(given, idempotencyKey(given.ourRef, 'start', 1));
      expect(told).toMatchObject({ kind: 'instructions', reference: expect.any(String) });
      expect(await bench.gateway.fetch(placeOf(told).ref)).toMatchObject({ state: 'open', amount: AMOUNT });
    },
  },
  {
    name: 'the page speaks four languages, Arabic from the right',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { url } = await bench.start();
      const pages = ['ar', 'no', 'fr'].map((lang) => bench.person.open(`${url}?lang=${lang}`));
      const [ar, no, fr] = await Promise.all(pages);
      expect(ar).toMatch(/dir="rtl"[\s\S]*محاكٍ، لا أموال حقيقية/);
      expect([no, fr].join()).toMatch(/ingen ekte penger[\s\S]*aucun argent réel/);
    },
  },
  {
    name: 'the same start again is the same payment',
    needs: ['repeatableStart'],
    run: async (bench) => {
      const { given, key, ref, url } = await bench.start();
      expect(placeOf(await bench.gateway.start(given, key))).toMatchObject({ ref, url });
    },
    without: async (bench) => {
      const first = await bench.start();
      const again = placeOf(await bench.gateway.start(first.given, first.key));
      await bench.person.press(again.url, ...bench.profile.approve);
      expect((await bench.gateway.findByReference(first.given.ourRef))?.ref).toBe(again.ref);
    },
  },
  {
    name: 'ten starts at once with one key are one payment',
    needs: ['repeatableStart'],
    run: async (bench) => {
      const given = bench.asked();
      const key = idempotencyKey(given.ourRef, 'start', 1);
      const all = await Promise.all(Array.from({ length: 10 }, () => bench.gateway.start(given, key)));
      expect(new Set(all.map((each) => placeOf(each).ref)).size).toBe(1);
    },
  },
  {
    name: 'a payment is found by our reference, and an unknown one is not',
    run: async (bench) => {
      const { given, ref } = await bench.start();
      expect((await bench.gateway.findByReference(given.ourRef))?.ref).toBe(ref);
      expect(await bench.gateway.findByReference(bench.asked().ourRef)).toBeNull();
    },
  },
  {
    name: 'an unknown payment is not found',
    run: async (bench) => {
      await expect(bench.gateway.fetch(gatewayRef('9100000000000001'))).rejects.toThrow(PaymentNotFound);
    },
  },
  {
    name: 'an approved payment is taken whole, to the halala, and tells its method',
    run: async (bench) => {
      const { given, ref } = await bench.paid();
      const told = await bench.gateway.fetch(ref);
      expect(told).toMatchObject({ state: 'captured', captured: AMOUNT, refunded: { minor: 0 } });
      expect(told.method).toBe(bench.profile.method);
      expect(disagreement(given, told)).toBeNull();
    },
  },
  {
    name: 'a declined payment takes nothing',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref, url } = await bench.start();
      await bench.person.press(url, ...bench.profile.decline);
      const told = await bench.gateway.fetch(ref);
      expect(['open', 'failed']).toContain(told.state);
      expect(told.captured.minor).toBe(0);
    },
  },
  {
    name: 'after a decline the next attempt pays, and only that one',
    needs: ['hostedPage'],
    run: async (bench) => {
      const first = await bench.start();
      await bench.person.press(first.url, ...bench.profile.decline);
      const second = await bench.paid();
      expect(await bench.gateway.fetch(first.ref)).toMatchObject({ captured: { minor: 0 } });
      expect(await bench.gateway.fetch(second.ref)).toMatchObject({ captured: AMOUNT });
    },
  },
  {
    name: 'somebody who goes back has paid nothing',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref, url } = await bench.start();
      expect(await bench.person.press(url, ...bench.profile.abandon)).toMatch(/^https:\/\/portal\.example\//);
      const told = await bench.gateway.fetch(ref);
      expect(['open', 'cancelled', 'failed']).toContain(told.state);
      expect(told.captured.minor).toBe(0);
    },
  },
  {
    name: 'a page nobody uses expires, and cannot be paid then',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { ref, url } = await bench.start();
      await bench.control.advance(bench.profile.lifeMs);
      expect(await bench.gateway.fetch(ref)).toMatchObject({ state: 'expired', captured: { minor: 0 } });
      expect(await bench.person.open(url)).not.toContain('<button');
    },
  },
  {
    name: 'an attempt that is ended cannot be paid any more',
    needs: ['cancelOpen'],
    run: async (bench) => {
      const started = await bench.start();
      expect(['cancelled', 'expired']).toContain((await bench.end(started)).state);
      expect(await bench.person.open(started.url)).not.toContain('<button');
    },
    without: async (bench) => {
      await expect(bench.end(await bench.start())).rejects.toThrow(NotSupported);
    },
  },
  {
    name: 'ending what was paid a moment ago loses nothing',
    needs: ['hostedPage'],
    run: async (bench) => {
      const started = await bench.paid();
      const told = await bench.end(started).catch((error: unknown) => {
        expect(error).toBeInstanceOf(GatewayRefused);
        return bench.gateway.fetch(started.ref);
      });
      expect(told).toMatchObject({ state: 'captured', captured: AMOUNT });
    },
  },
  {
    name: 'the page of a paid payment has no button left',
    needs: ['hostedPage'],
    run: async (bench) => {
      const { url } = await bench.paid();
      expect(await bench.person.open(url)).not.toContain('<button');
    },
  },
];
