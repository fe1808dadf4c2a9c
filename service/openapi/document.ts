import { z } from 'zod';
import { PIPELINE_VERSION } from '../../pipeline/version.js';
import {
  Correction,
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../../schemas/index.js';
import { ChangeBody, CorrectionsBody } from '../corrections/routes.js';
import { COLLECTION_NAMES } from '../datasets/collections.js';
import { DatasetBody, PAGES } from '../datasets/routes.js';
import { ExtractionBody, ExtractionLine } from '../extract/answer.js';
import { JobRecord } from '../extract/jobs.js';
import { JSON_TYPE } from '../http/accept.js';
import { ProblemBody } from '../http/problem.js';
import type { AnswerKind, Route } from '../http/route.js';

type Json = Readonly<Record<string, unknown>>;

/** Schemas with a name of their own in the description. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Document: DocumentRecord,
  Task,
  Target,
  Quantity,
  Unit: UnitRecord,
  TokenLine,
  Reject,
  Extraction: ExtractionBody,
  ExtractionLine,
  Job: JobRecord,
  Dataset: DatasetBody,
  Correction,
  Corrections: CorrectionsBody,
  CorrectionChange: ChangeBody,
  Problem: ProblemBody,
  ...Object.fromEntries(
    COLLECTION_NAMES.map((name) => [
      `PageOf${name[0]!.toUpperCase()}${name.slice(1)}`,
      PAGES[name],
    ]),
  ),
};

/** The description of the service: OpenAPI 3.1, made from its routes and the schemas of its records. */
export function openApiDocument(routes: readonly Route[], hasTokens: boolean): Json {
  const schemas = componentSchemas();
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'gongwen',
      version: PIPELINE_VERSION,
      summary: 'Turns Chinese government notices (公文) into data.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      ...(hasTokens && { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }),
    },
    ...(hasTokens && { security: [{ token: [] }] }),
  };
}

/** Each named schema as JSON Schema; those that stand in others are referred to. */
function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

const nameOfSchema = new Map(Object.entries(NAMED).map(([name, schema]) => [schema, name]));

function schemaOf(schema: z.ZodType): Json {
  const name = nameOfSchema.get(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return json;
}

function operationOf(route: Route): Json {
  const places = Object.entries(route.places ?? {}).map(([name, description]) => ({
    ...{ name, in: 'path', required: true, description, schema: { type: 'string' } },
  }));
  const answers = Object.entries(route.answers).map(([status, kind]) => [status, answerOf(kind)]);
  return {
    operationId: route.id,
    summary: route.summary,
    parameters: [...places, ...parametersOf(route), ...headersOf(route)],
    ...(route.takesDocument && {
      requestBody: {
        description: 'The bytes of the document; what it is is told by them.',
        required: true,
        content: { 'application/octet-stream': {} },
      },
    }),
    ...(route.takes && {
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: schemaOf(route.takes) } } },
    }),
    responses: {
      ...Object.fromEntries(answers),
      default: {
        description: 'What is wrong.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function parametersOf({ query }: Route): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...json } = schemaOf(schema as z.ZodType) as { description?: string };
    return {
      name,
      in: 'query',
      required: false,
      ...(description && { description }),
      schema: json,
    };
  });
}

function headersOf({ takesDocument }: Route): Json[] {
  if (!takesDocument) return [];
  return [
    {
      name: 'Prefer',
      in: 'header',
      description: '`respond-async` or `wait=10` (RFC 7240): when a job is the answer.',
      schema: { type: 'string' },
    },
    {
      name: 'Gongwen-Password',
      in: 'header',
      description: 'Opens an encrypted PDF; UTF-8, percent-encoded.',
      schema: { type: 'string' },
    },
  ];
}

function answerOf({ description, content, headers }: AnswerKind): Json {
  const types = Object.entries(content).map(([type, schema]) => [
    type,
    { schema: schema === null ? { type: 'string' } : schemaOf(schema) },
  ]);
  const named = Object.entries(headers ?? {}).map(([name, meaning]) => [
    name,
    { description: meaning, schema: { type: 'string' } },
  ]);
  return {
    description,
    ...(types.length > 0 && { content: Object.fromEntries(types) }),
    ...(named.length > 0 && { headers: Object.fromEntries(named) }),
  };
}
