import type { Endpoint } from '@qafila/shared/access/endpoint';
import { TRADER_ROLES } from '@qafila/shared/access/roles';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { z } from 'zod';
import { readPdf } from '../../src/platform/pdf/pdf-reader';
import type { TestAnswer, TestCall } from './test-app';
import type { CompanyWorld, World } from './world';
import { GOODS } from './world-company';

/** One thing a company's person can read: who, what was asked, and everything that came, as text. */
export interface Reading {
  readonly place: string;
  readonly endpoint: string;
  readonly text: string;
}
type Asking = Pick<TestCall<Endpoint>, 'params' | 'query'>;

/** Ids for the path of an endpoint; every one of them is tried, whatever it names. */
function idsFor(company: CompanyWorld): string[] {
  return [
    ...Object.values(company.orders),
    ...new Set(Object.values(company.parcels)),
    company.brandId,
    GOODS.product,
  ];
}

/** Values of the query's closed lists, one after the other, so that every view of a list is read. */
function queriesFor(endpoint: Endpoint): object[] {
  if (!(endpoint.query instanceof z.ZodObject)) return [{}];
  const lists = Object.entries(endpoint.query.shape).flatMap(([name, schema]) =>
    optionsOf(schema as z.ZodType).map((value) => ({ [name]: value })),
  );
  return [{}, ...lists];
}

function optionsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType;
  return inner ? optionsOf(inner) : [];
}

/** GET endpoints of the product that a person of a trader's company may call, whatever his role. */
export const readable = (portalEndpoints as readonly Endpoint[]).filter(
  (endpoint) => endpoint.method === 'GET' && !endpoint.demoOnly,
);

const askingsFor = (endpoint: Endpoint, company: CompanyWorld): Asking[] => {
  const paths: (object | null)[] = endpoint.path.includes('/:id')
    ? idsFor(company).flatMap((id) =>
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

/** Everything people of `reader` can read by GET about `of`: bodies, headers, and the text inside PDF files. */
export async function readAll(world: World, reader: CompanyWorld, of: CompanyWorld): Promise<Reading[]> {
  const found: Reading[] = [];
  for (const endpoint of readable) {
    for (const role of TRADER_ROLES) {
      for (const asking of askingsFor(endpoint, of)) {
        const answer = await world.app.call(endpoint, { as: reader.people[role], ...asking });
        const place = `${endpoint.id} as ${role} ${JSON.stringify(asking)} (${answer.status})`;
        found.push({ place, endpoint: endpoint.id, text: await textOf(answer) });
      }
    }
  }
  return found;
}

/** Raw bytes and headers, and for a PDF the text a reader would see, its info, attachments and file names. */
async function textOf(answer: TestAnswer<Endpoint>): Promise<string> {
  const headers = JSON.stringify(answer.headers);
  const isPdf = String(answer.headers['content-type'] ?? '').startsWith('application/pdf');
  const inside = isPdf && answer.status === 200 ? JSON.stringify(await readPdf(answer.raw)) : '';
  return [headers, answer.raw.toString('utf8'), inside].join('\n');
}
