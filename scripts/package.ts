/**
 * Assembles what Amazon gets to know about the skill, in the layout of ask-cli:
 *   npm run package                            the first phase, or what CDK completes: no endpoint, no events
 *   npm run package -- --endpoint <arn> [...]  with the functions Alexa calls, for `ask deploy`
 * Of several endpoints, one for each of Alexa's regions, the first is everybody else's.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble, readPublisher } from '../interactionModel/package/assemble.ts';
import { openFields } from '../interactionModel/package/publisher.ts';

const folder = join(import.meta.dirname, '../dist/skill-package');

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error('npm run package [-- --endpoint <arn of the function> ...]');
  process.exit(1);
};

const readFlags = () => {
  try {
    return parseArgs({ options: { endpoint: { type: 'string', multiple: true, default: [] } } }).values;
  } catch (error) {
    return fail(error);
  }
};

const publisher = await readPublisher();
const files = await assemble(readFlags().endpoint, publisher).catch(fail);

mkdirSync(folder, { recursive: true });
const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(folder, name)).isFile(),
);
for (const stray of there.filter((name) => !files.has(name.replaceAll('\\', '/')))) rmSync(join(folder, stray));
for (const [name, bytes] of files) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  if (!there.includes(name) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
  console.log(`${relative('.', file).padEnd(58)} ${(bytes.length / 1024).toFixed(1).padStart(8)} KiB`);
}

const open = openFields(publisher);
if (open.length > 0) {
  console.warn(`\nNot yet to be published: interactionModel/publisher.json still lacks ${open.join(', ')}.`);
  console.warn('On your own devices that does no harm; the manifest goes without the missing addresses.');
}
