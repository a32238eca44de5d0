import type { Endpoint } from '@qafila/shared/access/endpoint';
import { problemSchema } from '@qafila/shared/kernel/problem';
import { PROBLEMS } from '@qafila/shared/registry/problems';
import { z } from 'zod';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return rest;
};
const jsonBody = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

function parametersOf(endpoint: Endpoint): Json[] {
  const of = (place: 'path' | 'query', schema: z.ZodType): Json[] => {
    const json = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(json.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (json.required ?? []).includes(name),
      schema: property,
    }));
  };
  const header = (name: string, description: string): Json => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  return [
    ...of('path', endpoint.params),
    ...of('query', endpoint.query),
    ...(endpoint.idempotent
      ? [header('Idempotency-Key', 'Random, one for each intent; repeats get the first answer')]
      : []),
    ...(endpoint.ifMatch ? [header('If-Match', 'The version that was edited')] : []),
    ...(typeof endpoint.access === 'object' && endpoint.access.fresh
      ? [header('Fresh-Code', 'A second-factor code used for nothing else')]
      : []),
  ];
}

function requestBodyOf(endpoint: Endpoint): Json | undefined {
  if (endpoint.upload) {
    const file = { schema: { type: 'string', format: 'binary' } };
    return { required: true, content: Object.fromEntries(endpoint.upload.types.map((type) => [type, file])) };
  }
  const schema = schemaOf(endpoint.body, 'input') as { properties?: Json };
  return Object.keys(schema.properties ?? {}).length > 0
    ? { required: true, ...jsonBody(schema) }
    : undefined;
}

function responsesOf(endpoint: Endpoint): Json {
  const good = endpoint.raw
    ? {
        description: endpoint.summary,
        content: { [endpoint.raw]: { schema: { type: 'string', format: 'binary' } } },
      }
    : { description: endpoint.summary, ...jsonBody(schemaOf(endpoint.reply, 'output')) };
  const refused = new Map<number, string[]>();
  for (const code of ['FIELDS_INVALID', 'UNEXPECTED', ...endpoint.errors]) {
    const { status } = PROBLEMS[code as keyof typeof PROBLEMS];
    refused.set(status, [...(refused.get(status) ?? []), code]);
  }
  const problems = [...refused].map(([status, codes]) => [
    String(status),
    {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return { '200': good, ...Object.fromEntries(problems) };
}

function operationOf(endpoint: Endpoint): Json {
  const body = requestBodyOf(endpoint);
  return {
    operationId: endpoint.id,
    tags: [endpoint.id.split('.')[0]],
    summary: endpoint.summary,
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    'x-access': endpoint.access,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(endpoint),
  };
}

/** The OpenAPI 3.1 document of these endpoints; demo controls are not part of the product's interface. */
export function openApiOf(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints.filter((each) => !each.demoOnly)) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Qafila', version: '0.1.0', description: 'Wholesale ordering portal' },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  };
}
