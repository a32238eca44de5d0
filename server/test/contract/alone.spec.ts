import { beforeAll, expect, it } from '@jest/globals';
import { type Reading, readAll } from '../support/reading';
import { aWorld, aWorldOfOne, type World } from '../support/world';

const BUILD_MS = 300_000;
const STOPS = ['planned', 'handed_over'] as const;

/** What differs between any two runs: ids, times, random codes and references; each is named by its first place. */
const RUNS_DIFFER: readonly RegExp[] = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  /[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/g,
  /\b[0-9A-Z]{3}-[0-9A-Z]{4}\b/g,
  /\bQF[0-9A-Z]{8}\b/g,
  /(?<=Person )[0-9a-f]{4}/g,
  /(?<=\/p\/)[\w-]{22}/g,
  // What is hashed names ids.
  /\b[0-9a-f]{64}\b/g,
];
/** Bytes of a PDF differ with the length of a code; what can be read in it stays. Stock belongs to all companies. */
/** How many moments passed between two answers is the machine's business, so moments are not told apart. */
const MOMENT = /\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?/g;
const DROPPED = /%PDF-[\s\S]*%%EOF|(?<=\\?"content-length\\?":\\?")\d+|(?<="available":)\d+/g;
function masked(text: string): string {
  let left = text.replace(DROPPED, '<dropped>').replace(MOMENT, '<moment>');
  for (const pattern of RUNS_DIFFER) {
    const names = new Map<string, string>();
    left = left.replace(pattern, (hit) => {
      if (!names.has(hit)) names.set(hit, `<${names.size + 1}>`);
      return names.get(hit) ?? '';
    });
  }
  return left;
}

/** Every answer that A's owner, who may read all there is, gets about its own things; its application goes after. */
async function answersOf({ app, own }: Pick<World, 'app' | 'own'>): Promise<Reading[]> {
  try {
    return (await readAll({ app }, own, { of: own, roles: ['owner'] })).map((reading) => ({
      ...reading,
      place: masked(reading.place),
      text: masked(reading.text),
    }));
  } finally {
    await app.close();
  }
}

let besideB: Reading[];
let alone: Reading[];
beforeAll(async () => {
  besideB = await answersOf(await aWorld(STOPS));
  alone = await answersOf(await aWorldOfOne(STOPS));
}, BUILD_MS);

it('everything that company A can read is the same, byte for byte, whether another company exists or not', () => {
  expect(besideB.map(({ place }) => place)).toEqual(alone.map(({ place }) => place));
  const other = new Map(
    besideB
      .map((reading, at) => ({ ...reading, without: alone[at]?.text ?? '' }))
      .filter(({ text, without }) => text !== without)
      .map(({ place, endpoint, text, without }) => [endpoint, `${place}: ${firstDifference(text, without)}`]),
  );
  expect(Object.fromEntries(other)).toEqual({});
  expect(besideB.filter(({ place }) => place.endsWith('(200)')).length).toBeGreaterThan(60);
});

/** Where two texts part, with what stands around it. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 80);
  return `beside: ${around(one)}\nalone:  ${around(other)}`;
}
