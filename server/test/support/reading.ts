import { createHash } from 'node:crypto';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { TRADER_ROLES, type TraderRole } from '@qafila/shared/access/roles';
import { CURRENCIES } from '@qafila/shared/kernel/currency';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { z } from 'zod';
import { readPdf } from '../../src/platform/pdf/pdf-reader';
import { connectedTo, readSchema } from './schema-facts';
import type { TestAnswer, TestCall } from './test-app';
import type { CompanyWorld, World } from './world';
import { GOODS, MARKERS } from './world-company';

/** One thing a company's person can read: who, what was asked, and everything that came, as text. */
export interface Reading {
  readonly place: string;
  readonly endpoint: string;
  readonly text: string;
}
type Asking = Pick<TestCall<Endpoint>, 'params' | 'query'>;

/** Ids for the path of an endpoint: of what the world names, and of a row of every table; each is tried everywhere. */
async function idsFor({ app }: Pick<World, 'app'>, company: CompanyWorld): Promise<string[]> {
  const { adminUrl } = app.database;
  const { tables } = await readSchema(adminUrl);
  const inTables = await connectedTo(adminUrl, async (client) => {
    await client.query(`select set_config('app.staff', 'on', false)`);
    const found: string[] = [];
    for (const { name } of tables.filter((table) => table.hasCompany && table.hasId)) {
      const newest = `select id from "${name}" where company_id = $1 order by id desc limit 1`;
      const { rows } = await client.query<{ id: string }>(newest, [company.companyId]);
      found.push(...rows.map((row) => row.id));
    }
    return found;
  });
  const named = [...Object.values(company.orders), ...Object.values(company.parcels), company.brandId];
  return [...new Set([...named, GOODS.product, ...inTables])];
}

/** Values of the query's closed lists, one after the other, so that every view of a list is read. */
function queriesFor(endpoint: Endpoint): object[] {
  if (!(endpoint.query instanceof z.ZodObject)) return [{}];
  const lists = Object.entries(endpoint.query.shape).flatMap(([name, schema]) =>
    viewsOf(optionsOf(schema as z.ZodType)).map((value) => ({ [name]: value })),
  );
  return [{}, ...lists];
}

/** Of all currencies only the one that the world pays in: every other view is the same empty one. */
const viewsOf = (options: string[]): string[] => (options.length === CURRENCIES.length ? ['SAR'] : options);

function optionsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType;
  return inner ? optionsOf(inner) : [];
}

/** GET endpoints of the product that a person of a trader's company may call, whatever his role. */
export const readable = (portalEndpoints as readonly Endpoint[]).filter(
  (endpoint) => endpoint.method === 'GET' && !endpoint.demoOnly,
);

const askingsFor = (endpoint: Endpoint, ids: readonly string[]): Asking[] => {
  const paths: (object | null)[] = endpoint.path.includes('/:id')
    ? ids.flatMap((id) =>
        endpoint.path.includes('/:kind')
          ? [
              { id, kind: 'slip' },
              { id, kind: 'label' },
            ]
          : [{ id }],
      )
    : [null];
  return paths.flatMap((params) =>
    queriesFor(endpoint).map((query) => ({ query, ...(params ? { params } : {}) })),
  );
};

type AppWorld = Pick<World, 'app'>;
const shown = new WeakMap<CompanyWorld, Promise<ReadonlyMap<string, readonly Asking[]>>>();

/** What shows something: the askings about `of` that its own owner, who may read all there is, gets an answer to. */
function shownOf(world: AppWorld, of: CompanyWorld): Promise<ReadonlyMap<string, readonly Asking[]>> {
  const known = shown.get(of) ?? tryEverything(world, of);
  shown.set(of, known);
  return known;
}

async function tryEverything(world: AppWorld, of: CompanyWorld): Promise<ReadonlyMap<string, Asking[]>> {
  const ids = await idsFor(world, of);
  const found = new Map<string, Asking[]>();
  for (const endpoint of readable) {
    for (const asking of askingsFor(endpoint, ids)) {
      const { status } = await world.app.call(endpoint, { as: of.people.owner, ...asking });
      if (status === 200) found.set(endpoint.id, [...(found.get(endpoint.id) ?? []), asking]);
    }
  }
  return found;
}

/**
 * Everything people of `reader` can read by GET about `of`: bodies, headers, and the text inside PDF files. The owner
 * tries every id everywhere; the others, and the owner too with `shownOnly`, try what shows something to whom it
 * belongs: an id at the door of another kind of thing is nothing to anybody.
 */
export async function readAll(
  world: AppWorld,
  reader: CompanyWorld,
  {
    of,
    roles = TRADER_ROLES,
    shownOnly = false,
  }: { readonly of: CompanyWorld; readonly roles?: readonly TraderRole[]; readonly shownOnly?: boolean },
): Promise<Reading[]> {
  const found: Reading[] = [];
  const ids = await idsFor(world, of);
  const showing = shownOnly || roles.some((role) => role !== 'owner') ? await shownOf(world, of) : undefined;
  for (const endpoint of readable) {
    for (const role of roles) {
      const isWide = role === 'owner' && !shownOnly;
      for (const asking of isWide ? askingsFor(endpoint, ids) : (showing?.get(endpoint.id) ?? [])) {
        const answer = await world.app.call(endpoint, { as: reader.people[role], ...asking });
        const place = `${endpoint.id} as ${role} ${JSON.stringify(asking)} (${answer.status})`;
        found.push({ place, endpoint: endpoint.id, text: await textOf(answer) });
      }
    }
  }
  return found;
}

/** True for text that holds a marker of B, in whatever case or Unicode form, or written backwards. */
export function isMarked(text: string): boolean {
  const folded = text.normalize('NFKC').toLowerCase();
  const backwards = [...folded].reverse().join('');
  return MARKERS.some((marker) => [folded, backwards].some((form) => form.includes(marker.toLowerCase())));
}
export const marked = (readings: readonly Reading[]): Reading[] =>
  readings.filter(({ text }) => isMarked(text));

/** When a paper was drawn, and the id that is made of it. */
const DRAWN_AT = /\/(?:CreationDate|ModDate) \([^)]*\)|\/ID \[[^\]]*\]/g;
/** What stands in papers that were read before: a label is the same for each reader, and each barcode takes its time. */
const known = new Map<string, Promise<string>>();
function insideOf(pdf: Buffer): Promise<string> {
  const hash = createHash('sha256').update(pdf.toString('latin1').replace(DRAWN_AT, '')).digest('base64');
  const inside = known.get(hash) ?? readPdf(pdf).then((content) => JSON.stringify(content));
  known.set(hash, inside);
  return inside;
}

/** Raw bytes and headers, and for a PDF the text a reader would see, its info, attachments and file names. */
async function textOf(answer: TestAnswer<Endpoint>): Promise<string> {
  const headers = JSON.stringify(answer.headers);
  const isPdf = String(answer.headers['content-type'] ?? '').startsWith('application/pdf');
  const inside = isPdf && answer.status === 200 ? await insideOf(answer.raw) : '';
  return [headers, answer.raw.toString('utf8'), inside].join('\n');
}
