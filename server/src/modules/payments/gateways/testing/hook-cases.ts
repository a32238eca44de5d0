import { expect } from '@jest/globals';
import type { Hook } from '../../domain/gateways/gateway';
import { HookRefused, NotSupported } from '../../domain/gateways/gateway-failure';
import { AMOUNT, type Bench } from './bench';
import type { ContractCase } from './contract-case';

/** The hooks of one payment, from start to paid. */
async function hooksOfPayment(bench: Bench): Promise<Hook[]> {
  await bench.paid();
  const hooks = await bench.control.takeHooks();
  expect(hooks.length).toBeGreaterThan(0);
  return hooks;
}

const flipped = (text: string, at: number): string => {
  const code = text.charCodeAt(at);
  return text.slice(0, at) + String.fromCharCode(code === 0x61 ? 0x62 : 0x61) + text.slice(at + 1);
};

/** A hook with one sign of what proves it changed, at every place a sign can stand. */
function tamperedProofs(hook: Hook): Hook[] {
  const at = (text: string): number[] => [0, Math.floor(text.length / 2), text.length - 2];
  const headers = Object.entries(hook.headers).filter(([name]) => name !== 'content-type');
  const changedHeaders = headers.flatMap(([name, value = '']) =>
    at(value).map((place) => ({ ...hook, headers: { ...hook.headers, [name]: flipped(value, place) } })),
  );
  const changedQuery = Object.entries(hook.query).flatMap(([name, value = '']) =>
    at(value).map((place) => ({ ...hook, query: { ...hook.query, [name]: flipped(value, place) } })),
  );
  return [...changedHeaders, ...changedQuery];
}

/** The body without a signature, for gateways that put it there. */
const unsigned = (hook: Hook | undefined): Buffer =>
  Buffer.from(
    Buffer.from(hook?.raw ?? [])
      .toString('utf8')
      .replace(/"signature":"[^"]*"/, '"signature":""'),
  );

const believed = (bench: Bench, hook: Hook): boolean => {
  try {
    bench.gateway.verifyHook(hook, bench.now());
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(HookRefused);
    return false;
  }
};

/** What comes from outside, and may come from anybody. */
export const HOOK_CASES: readonly ContractCase[] = [
  {
    name: 'a hook makes us look, and looking tells the truth',
    needs: ['hooks'],
    run: async (bench) => {
      for (const hook of await hooksOfPayment(bench)) {
        const { ref } = bench.gateway.verifyHook(hook, bench.now());
        expect(await bench.gateway.fetch(ref)).toMatchObject({ state: 'captured', captured: AMOUNT });
      }
    },
    without: async (bench) => {
      const hook = { raw: Buffer.from('{}'), headers: {}, query: {} };
      expect(() => bench.gateway.verifyHook(hook, bench.now())).toThrow(NotSupported);
    },
  },
  {
    name: 'a hook tells no amount and no state to book by',
    needs: ['hooks'],
    run: async (bench) => {
      for (const hook of await hooksOfPayment(bench)) {
        const names = Object.keys(bench.gateway.verifyHook(hook, bench.now()));
        expect(names.filter((name) => !['dedupeKey', 'ref', 'event', 'occurredAt'].includes(name))).toEqual(
          [],
        );
      }
    },
  },
  {
    name: 'when every hook is lost, looking tells the same',
    needs: ['hooks'],
    run: async (bench) => {
      await bench.control.hookMode('drop');
      const { ref } = await bench.paid();
      expect(await bench.control.takeHooks()).toEqual([]);
      expect(await bench.gateway.fetch(ref)).toMatchObject({ state: 'captured', captured: AMOUNT });
    },
  },
  {
    name: 'a hook delivered twice is one, and two hooks are two',
    needs: ['hooks'],
    run: async (bench) => {
      const keysOf = (hooks: readonly Hook[]): string[] =>
        hooks.map((hook) => bench.gateway.verifyHook(hook, bench.now()).dedupeKey);
      const hooks = await hooksOfPayment(bench);
      expect(keysOf(hooks)).toEqual(keysOf(hooks));
      const others = await hooksOfPayment(bench);
      expect(new Set(keysOf([...hooks, ...others])).size).toBe(hooks.length + others.length);
    },
  },
  {
    name: 'in whichever order hooks come, they lead to the same payment in the same state',
    needs: ['hooks'],
    run: async (bench) => {
      const hooks = await hooksOfPayment(bench);
      const told = await Promise.all(
        hooks
          .toReversed()
          .map((hook) => bench.gateway.fetch(bench.gateway.verifyHook(hook, bench.now()).ref)),
      );
      expect(new Set(told.map(({ ref, state }) => `${ref} ${state}`)).size).toBe(1);
    },
  },
  {
    name: 'a forged hook is not believed: no proof, the proof of another, an empty body, no text at all',
    needs: ['hooks'],
    run: async (bench) => {
      const [hook] = await hooksOfPayment(bench);
      const forged: Hook[] = [
        { raw: unsigned(hook), headers: {}, query: {} },
        { raw: Buffer.alloc(0), headers: hook?.headers ?? {}, query: hook?.query ?? {} },
        { raw: Buffer.from([0xff, 0xfe, 0x00]), headers: hook?.headers ?? {}, query: hook?.query ?? {} },
        { raw: Buffer.from('[]'), headers: hook?.headers ?? {}, query: hook?.query ?? {} },
        { raw: Buffer.from('null'), headers: hook?.headers ?? {}, query: hook?.query ?? {} },
      ];
      expect(forged.filter((each) => believed(bench, each))).toEqual([]);
    },
  },
  {
    name: 'a hook whose proof was touched anywhere is not believed',
    needs: ['hooks'],
    run: async (bench) => {
      const hooks = await hooksOfPayment(bench);
      const touched = hooks.flatMap(tamperedProofs);
      expect(touched.filter((hook) => believed(bench, hook))).toEqual([]);
    },
  },
  {
    name: 'a hook of another account is not believed',
    needs: ['hooks'],
    run: async (bench) => {
      const hooks = await hooksOfPayment(bench);
      const stranger = bench.opened.stranger;
      for (const hook of hooks) expect(() => stranger.verifyHook(hook, bench.now())).toThrow(HookRefused);
    },
  },
  {
    name: 'while a secret is replaced, hooks of the old one are believed too',
    needs: ['hooks'],
    run: async (bench) => {
      const hooks = await hooksOfPayment(bench);
      const rotated = bench.opened.rotated;
      for (const hook of hooks) expect(rotated.verifyHook(hook, bench.now()).dedupeKey).not.toBe('');
    },
  },
];
