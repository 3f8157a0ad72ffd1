import * as z from 'zod';
import { routesSchema } from './schema/routes-schema.js';

/** Shown by editors for the whole file. */
const DESCRIPTION = 'The groups that receive messages and the people they mention: see routing.md';

/**
 * Returns the JSON schema of a routes.yml as written, with which editors complete, explain and check it. A JSON schema cannot
 * express some rules of the build: names in bytes, time zones.
 */
export function routesJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(routesSchema.meta({ title: 'routes.yml', description: DESCRIPTION }), {
    io: 'input',
    target: 'draft-07',
  });
}
