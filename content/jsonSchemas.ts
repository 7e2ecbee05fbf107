import { z } from 'zod';
import { factsSchema, phrasesSchema, routineNamesSchema, routineSchema, wordsSchema } from './schema.ts';

const schemas = {
  exercise: factsSchema,
  words: wordsSchema,
  routine: routineSchema,
  'routine-names': routineNamesSchema,
  phrases: phrasesSchema,
};

/** The text of each file in content/schemas, by its name: what an editor completes and checks content with. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `content/schemas/${name}.schema.json`,
      // Draft 7 is what editors know.
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' }), null, 2)}\n`,
    ]),
  );
}
