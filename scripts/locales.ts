/**
 * Writes the interaction models of the other English locales, from the one of the United States and a file of
 * differences each:
 *   npm run locales
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Differences, inRegion } from '../interactionModel/inRegion.ts';
import type { InteractionModel } from '../simulator/understand.ts';

const folder = join(import.meta.dirname, '../interactionModel');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const write = (file: string, content: unknown): void =>
  writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);

const american = read('custom/en-US.json') as InteractionModel;
const others = readdirSync(join(folder, 'differences')).map((file) => file.replace(/\.json$/, ''));
for (const locale of others) {
  write(`custom/${locale}.json`, inRegion(american, read(`differences/${locale}.json`) as Differences));
}
console.log(`Written: ${others.join(', ')}.`);
