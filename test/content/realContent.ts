import path from 'node:path';
import { readContentFiles } from '../../content/files.ts';
import { factsSchema, routineSchema } from '../../content/schema.ts';
import type { Facts, Routine } from '../../routine/exercise.ts';

const files = Object.entries(readContentFiles(path.join(import.meta.dirname, '../..')));
const within = (folder: string) => files.filter(([file]) => file.startsWith(folder)).map(([, content]) => content);

export const exercises: readonly Facts[] = within('content/exercises/').map((content) => factsSchema.parse(content));
export const routines: readonly Routine[] = within('content/routines/').map((content) => routineSchema.parse(content));
