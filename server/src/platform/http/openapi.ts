import type { Endpoint } from '@qafila/shared/access/endpoint';
import { problemSchema } from '@qafila/shared/kernel/problem';
import { PROBLEMS } from '@qafila/shared/registry/problems';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** Turns schemas into JSON Schema; those with a name stand once under `components` and are pointed at. */
class Schemas {
  readonly named: Record<string, Json> = {};

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
      override: ({ zodSchema, jsonSchema }) => {
        // A transform hides its shape; ours brand a value and leave it as it travels.
        if (zodSchema instanceof z.ZodPipe && zodSchema.def.out instanceof z.ZodTransform)
          Object.assign(jsonSchema, this.of(zodSchema.def.in as z.ZodType, 'input'));
      },
    }) as Json;
    // What is sent may be looser than what is answered, so the two never share a name.
    const suffix = io === 'input' ? 'Input' : '';
    const moved = JSON.parse(
      JSON.stringify(made).replace(/"#\/\$defs\/(\w+)"/g, `"#/components/schemas/$1${suffix}"`),
    ) as Json & { $defs?: Record<string, Json> };
    const { $defs = {}, ...rest } = moved;
    for (const [name, definition] of Object.entries($defs)) this.named[`${name}${suffix}`] = definition;
    return rest;
  }
}
const jsonBody = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

function parametersOf(endpoint: Endpoint, schemas: Schemas): Json[] {
  const of = (place: 'path' | 'query', schema: z.ZodType): Json[] => {
    const json = schemas.of(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
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

function requestBodyOf(endpoint: Endpoint, schemas: Schemas): Json | undefined {
  if (endpoint.upload) {
    const file = { schema: { type: 'string', format: 'binary' } };
    return { required: true, content: Object.fromEntries(endpoint.upload.types.map((type) => [type, file])) };
  }
  const schema = schemas.of(endpoint.body, 'input') as { properties?: Json; $ref?: string };
  // A body with a name of its own stands among the components.
  return schema.$ref !== undefined || Object.keys(schema.properties ?? {}).length > 0
    ? { required: true, ...jsonBody(schema) }
    : undefined;
}

function responsesOf(endpoint: Endpoint, schemas: Schemas): Json {
  const good = endpoint.raw
    ? {
        description: endpoint.summary,
        content: { [endpoint.raw]: { schema: { type: 'string', format: 'binary' } } },
      }
    : { description: endpoint.summary, ...jsonBody(schemas.of(endpoint.reply, 'output')) };
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

function operationOf(endpoint: Endpoint, schemas: Schemas): Json {
  const body = requestBodyOf(endpoint, schemas);
  return {
    operationId: endpoint.id,
    tags: [endpoint.id.split('.')[0]],
    summary: endpoint.summary,
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    'x-access': endpoint.access,
    parameters: parametersOf(endpoint, schemas),
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(endpoint, schemas),
  };
}

/** The OpenAPI 3.1 document of these endpoints; demo controls are not part of the product's interface. */
export function openApiOf(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  const schemas = new Schemas();
  schemas.of(problemSchema, 'output');
  for (const endpoint of endpoints.filter((each) => !each.demoOnly)) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Qafila', version: '0.1.0', description: 'Wholesale ordering portal' },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
      schemas: schemas.named,
    },
  };
}
