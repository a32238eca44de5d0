import { z } from 'zod';
import { json, jsonBody, match, type SimAnswer, type SimRequest } from './exchange';
import { FAULT_PLACES, FAULTS } from './fault-line';
import { HOOK_MODES } from './hook-line';
import type { SimWorld } from './sim-world';
import { type Simulator, UnknownWord } from './simulator';

const BASE = '/__sim';
const clockSchema = z.union([
  z.strictObject({ advanceMs: z.int().nonnegative() }),
  z.strictObject({ now: z.iso.datetime() }),
]);
const outcomeSchema = z.strictObject({ outcome: z.string() });
const twistSchema = z.strictObject({ ref: z.string(), twist: z.string() });
const faultSchema = z.strictObject({
  fault: z.enum(FAULTS),
  times: z.int().min(1).max(100).default(1),
  on: z.enum(FAULT_PLACES).default('changes'),
});
const modeSchema = z.strictObject({ mode: z.enum(HOOK_MODES) });

/** Answers the control interface under `/__sim`; null for any other path. */
export async function answerControl(world: SimWorld, request: SimRequest): Promise<SimAnswer | null> {
  if (request.path !== BASE && !request.path.startsWith(`${BASE}/`)) return null;
  if (request.method === 'GET') return json(200, stateOf(world));
  // A page of another site can send a form to loopback, but not this type without being asked first.
  if (request.headers['content-type'] !== 'application/json') return json(415, { error: 'send JSON' });
  try {
    return json(200, await act(world, request));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof UnknownWord) {
      return json(400, { error: error.message });
    }
    throw error;
  }
}

function stateOf(world: SimWorld): unknown {
  const parts = world.simulators.map((each) => [
    each.name,
    { hooks: each.hooks.state(), holds: each.state() },
  ]);
  return { now: world.clock.now().toISOString(), ...Object.fromEntries(parts) };
}

async function act(world: SimWorld, request: SimRequest): Promise<unknown> {
  const body = jsonBody(request);
  if (request.path === `${BASE}/clock`) {
    const asked = clockSchema.parse(body);
    if ('now' in asked) world.clock.moveTo(new Date(asked.now));
    else world.clock.advance(asked.advanceMs);
    await world.tick();
    return { now: world.clock.now().toISOString() };
  }
  const part = match(`${BASE}/:name/:verb`, request.path) ?? match(`${BASE}/:name/hooks/:verb`, request.path);
  const simulator = world.find(part?.name ?? '');
  if (!part || !simulator) throw new UnknownWord(request.path);
  return actOn(world, simulator, { verb: part.verb ?? '', body });
}

async function actOn(
  world: SimWorld,
  simulator: Simulator,
  { verb, body }: { readonly verb: string; readonly body: unknown },
): Promise<unknown> {
  const done = { done: true };
  if (verb === 'take') return { hooks: simulator.hooks.take() };
  if (verb === 'next') simulator.expect(outcomeSchema.parse(body).outcome);
  else if (verb === 'twist') {
    const { ref, twist } = twistSchema.parse(body);
    simulator.twist(ref, twist);
  } else if (verb === 'faults') {
    const { fault, ...given } = faultSchema.parse(body);
    world.faults.plan(simulator.name, fault, given);
  } else if (verb === 'hooks') simulator.hooks.setMode(modeSchema.parse(body).mode);
  else if (verb === 'deliver') await simulator.hooks.deliver();
  else throw new UnknownWord(verb);
  return done;
}
