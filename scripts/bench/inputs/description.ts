import { type Value, writeYaml } from './write-yaml.ts';

export type Format = 'yaml' | 'json';

type ValueMap = { readonly [key: string]: Value };

const nouns = ['account', 'booking', 'carrier', 'device', 'event', 'folder', 'invoice', 'order', 'payment', 'report', 'ticket', 'user'];
const methods = ['get', 'post', 'patch', 'delete'] as const;

/**
 * An invented description of 3.1 that looks like a real one: four operations for each path, a schema for each path, shared responses, and
 * among the 401s some that are right, some without challenge, and some that are missing. The same numbers give the same description.
 */
export function describeApi(operations: number): ValueMap {
  const resources = Array.from({ length: Math.ceil(operations / methods.length) }, (_, index) => index);
  return {
    openapi: '3.1.0',
    info: { title: 'Generated API', version: '1.0.0', description: 'An API that exists for measuring only.' },
    servers: [{ url: 'https://api.example.com/v1' }],
    security: [{ bearerAuth: [] }],
    paths: Object.fromEntries(
      resources.map((index) => [`/${nameOf(index)}s/{id}`, pathItem(index, Math.min(methods.length, operations - index * methods.length))]),
    ),
    components: {
      securitySchemes: {
        bearerAuth: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
      responses: sharedResponses(),
      schemas: { Problem: schema('Problem'), ...Object.fromEntries(resources.map((index) => [typeOf(index), schema(typeOf(index))])) },
    },
  };
}

/** Writes a description in a format. */
export function writeDescription(description: Value, format: Format): string {
  return format === 'yaml' ? writeYaml(description) : `${JSON.stringify(description, null, 2)}\n`;
}

/** A description of about this many bytes. */
export function descriptionOfSize(bytes: number, format: Format): string {
  const few = writeDescription(describeApi(40), format).length;
  const more = writeDescription(describeApi(80), format).length;
  const operations = 40 + Math.round(((bytes - few) / (more - few)) * 40);
  return writeDescription(describeApi(Math.max(1, operations)), format);
}

/** Numbers have six digits, so that a description with twice the operations has twice the bytes. */
function nameOf(index: number): string {
  return `${nouns[index % nouns.length]}-${String(index).padStart(6, '0')}`;
}

function typeOf(index: number): string {
  const noun = nouns[index % nouns.length] ?? '';
  return `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}${String(index).padStart(6, '0')}`;
}

function pathItem(index: number, count: number): ValueMap {
  const parameters = [{ name: 'id', in: 'path', required: true, description: 'Which one.', schema: { type: 'string', maxLength: 64 } }];
  return { parameters, ...Object.fromEntries(methods.slice(0, count).map((method) => [method, operation(index, method)])) };
}

function operation(index: number, method: (typeof methods)[number]): ValueMap {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${typeOf(index)}` } } };
  const writes = method === 'post' || method === 'patch';
  return {
    tags: [nouns[index % nouns.length] ?? ''],
    operationId: `${method}-${nameOf(index)}`,
    summary: `What ${method} does with ${nameOf(index)}`,
    description: 'Callers need the right to do this: whoever lacks it is told so, with a problem document that says what is missing.',
    ...(index % 5 === 4 && { security: [{ bearerAuth: [] }, { apiKey: [] }] }),
    ...(index % 11 === 10 && method === 'get' && { security: [] }),
    ...(!writes && { parameters: [{ name: 'fields', in: 'query', schema: { type: 'array', items: { type: 'string' } } }] }),
    ...(writes && { requestBody: { required: true, content } }),
    responses: {
      '200': { description: 'It is done.', content: { 'application/json': { ...content['application/json'], example: example(index) } } },
      ...unauthorized(index, method),
      '404': { $ref: '#/components/responses/NotFound' },
      '500': { description: 'Something broke.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function unauthorized(index: number, method: string): ValueMap {
  if (index % 4 === 0) return {};
  if (index % 4 === 1 && method === 'get') return { '401': { description: 'Who are you?', headers: challenge } };
  if (index % 4 === 2 && method === 'post') return { '401': { description: 'Who are you?' } };
  return { '401': { $ref: '#/components/responses/Unauthorized' } };
}

const challenge: ValueMap = {
  'WWW-Authenticate': { description: 'How to authenticate.', schema: { type: 'string' }, example: 'Bearer realm="api"' },
};

function sharedResponses(): ValueMap {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    Unauthorized: { description: 'The credentials are missing or not valid.', headers: challenge, content },
    NotFound: { description: 'There is no such thing.', content },
  };
}

function example(index: number): ValueMap {
  return { id: nameOf(index), name: 'An example of it', active: true, amount: 1250, createdAt: '2024-02-29T12:30:00Z', tags: ['a', 'b'] };
}

function schema(name: string): ValueMap {
  const text = (description: string): ValueMap => ({ type: 'string', description, maxLength: 200 });
  return {
    type: 'object',
    description: `${name} as the API gives it back; what is not listed here may be there all the same.`,
    required: ['id', 'name'],
    properties: {
      id: text('Never changes.'),
      name: text('What people call it.'),
      active: { type: 'boolean', default: true },
      amount: { type: 'integer', format: 'int64', minimum: 0, description: 'In the smallest unit of the currency: cents, for example.' },
      createdAt: { type: 'string', format: 'date-time' },
      // A property with a name that means something elsewhere.
      responses: { type: 'array', items: { type: 'string' }, maxItems: 100 },
      tags: { type: 'array', items: text('One word.'), maxItems: 20 },
      parent: { oneOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'null' }] },
    },
  };
}
