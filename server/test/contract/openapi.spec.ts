import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { PROBLEMS } from '@qafila/shared/registry/problems';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { openApiOf } from '../../src/platform/http/openapi';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}
interface Operation {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface Document {
  readonly components: object;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const schemaFile = require.resolve('@seriousme/openapi-schema-validator/schemas/v3.1/schema.json');
const rules = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
// As the server sends it: through JSON, so that nothing undefined is judged.
const served = (endpoints: readonly Endpoint[]): Document =>
  JSON.parse(JSON.stringify(openApiOf(endpoints))) as Document;
const product = (portalEndpoints as readonly Endpoint[]).filter((endpoint) => !endpoint.demoOnly);
const document = served(portalEndpoints);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('media-range', true);
const judge = ajv.compile(rules);

/** What the official schema of OpenAPI 3.1 says against a document. */
const faultsOf = (text: unknown): string[] =>
  judge(text) ? [] : (judge.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);

/** What stands at a JSON pointer of the document. */
const at = (whole: object, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], whole);

const operationOf = (endpoint: Endpoint): Operation | undefined =>
  document.paths[`/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`]?.[endpoint.method.toLowerCase()];

/** Names of the fields of an object schema. */
const fieldsOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape).sort() : [];

const namesIn = (operation: Operation, place: string): string[] =>
  operation.parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => parameter.name)
    .sort();

function expectedHeaders(endpoint: Endpoint): string[] {
  return [
    ...(endpoint.idempotent ? ['Idempotency-Key'] : []),
    ...(endpoint.ifMatch ? ['If-Match'] : []),
    ...(typeof endpoint.access === 'object' && endpoint.access.fresh ? ['Fresh-Code'] : []),
  ].sort();
}

describe('the interface document', () => {
  it('is valid OpenAPI 3.1 by the official schema', () => {
    expect(faultsOf(document)).toEqual([]);
  });

  it('would not pass with an operation that has no answers, or with a parameter nowhere', () => {
    const broken = structuredClone(document) as { paths: Record<string, Record<string, object>> };
    broken.paths['/api/broken'] = { get: { parameters: [{ name: 'x', in: 'nowhere', schema: {} }] } };
    expect(faultsOf(broken).length).toBeGreaterThan(0);
  });

  it('names every endpoint of the product once, and no demo control', () => {
    const named = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect([...named].sort()).toEqual(product.map((endpoint) => endpoint.id).sort());
  });

  it('points only at things it holds', () => {
    const targets = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]*)"/g)].map((hit) => hit[1] ?? '');
    expect(targets.length).toBeGreaterThan(0);
    expect([...new Set(targets)].filter((target) => at(document, target) === undefined)).toEqual([]);
  });

  it('holds only schemas that a JSON Schema 2020-12 validator compiles', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const contents = operations.flatMap((operation) => [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses['200']?.content ?? {}),
    ]);
    expect(contents.length).toBeGreaterThan(50);
    for (const { schema } of contents) {
      expect(() => ajv.compile({ ...schema, components: document.components })).not.toThrow();
    }
  });

  it('describes an amount and a problem as they travel', () => {
    const isRight = (name: string, value: unknown): boolean =>
      ajv.validate({ $ref: `#/components/schemas/${name}`, components: document.components }, value);
    expect(isRight('Money', { minor: 500_000, currency: 'SAR' })).toBe(true);
    expect(isRight('Money', { minor: 0.5, currency: 'SAR' })).toBe(false);
    expect(isRight('MoneyInput', { minor: 500_000, currency: 'ABC' })).toBe(false);
    expect(isRight('Problem', { code: 'NOT_FOUND' })).toBe(false);
  });
});

describe.each(product.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  const operation = operationOf(endpoint);

  it('stands at its path and verb with the parameters of its contract', () => {
    expect(operation?.operationId).toBe(endpoint.id);
    if (!operation) return;
    expect(namesIn(operation, 'path')).toEqual(fieldsOf(endpoint.params));
    expect(namesIn(operation, 'query')).toEqual(fieldsOf(endpoint.query));
    expect(namesIn(operation, 'header')).toEqual(expectedHeaders(endpoint));
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((hit) => hit[1] ?? '').sort();
    expect(fieldsOf(endpoint.params)).toEqual(inPath);
  });

  it('says who may call it, what it takes and what it answers', () => {
    expect(operation?.security).toEqual(endpoint.access === 'public' ? [] : undefined);
    const takes = Object.keys(operation?.requestBody?.content ?? {});
    const hasBody = fieldsOf(endpoint.body).length > 0;
    expect(takes).toEqual(endpoint.upload?.types ?? (hasBody ? ['application/json'] : []));
    const answers = Object.keys(operation?.responses['200']?.content ?? {});
    expect(answers).toEqual([endpoint.raw ?? 'application/json']);
    const refused = ['FIELDS_INVALID', 'UNEXPECTED', ...endpoint.errors].map((code) =>
      String(PROBLEMS[code as keyof typeof PROBLEMS].status),
    );
    expect(Object.keys(operation?.responses ?? {}).sort()).toEqual([...new Set(['200', ...refused])].sort());
  });
});
