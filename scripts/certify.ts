/**
 * Checks what Amazon asks of a skill, one by one, over the package as it would be submitted and the built skill, which
 * it talks to for half a minute; then prints what is left for a person:
 *   npm run certify [-- --endpoint <arn> ...]
 * Ends with an error where a check failed. What only the publisher can supply is open, not failed.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { byHand } from '../certification/byHand.ts';
import { certify } from '../certification/certify.ts';
import { rehearse } from '../certification/rehearse.ts';
import { readPackage, textsIn } from '../certification/subject.ts';
import { checklistOf, tableOf } from '../certification/table.ts';
import { contents } from '../content/index.ts';
import { assemble, readPublisher } from '../interactionModel/package/assemble.ts';
import { startDynamo } from '../simulator/dynamo.ts';
import { loadSkill } from '../simulator/skill.ts';

/** Stands for the function that is not known here: only its form is checked. */
const someFunction = 'arn:aws:lambda:us-east-1:000000000000:function:back-routine';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
// The SDK advises to leave Node 20: true, but no requirement of Amazon's.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error('npm run certify [-- --endpoint <arn of the function> ...]');
  process.exit(1);
};

const readFlags = () => {
  try {
    return parseArgs({ options: { endpoint: { type: 'string', multiple: true, default: [someFunction] } } }).values;
  } catch (error) {
    return fail(error);
  }
};

const { endpoint } = readFlags();
const publisher = await readPublisher();
const pack = readPackage(await assemble(endpoint, publisher).catch(fail));

console.error('Talking to the skill for half a minute …');
const dynamo = await startDynamo();
const handler = await loadSkill(at('dist/lambda/index.mjs'), dynamo.endpoint);
const rehearsal = await rehearse(handler, pack.models, pack.manifest);
await dynamo.stop();

const chapters = certify({
  ...pack,
  publisher,
  policies: ['docs/privacy.md', 'docs/terms.md'].map((file) => readFileSync(at(file), 'utf8')),
  texts: textsIn(contents),
  rehearsal,
});
console.log(tableOf(chapters));
console.log(`\nFor a person, with an Echo in the room\n\n${checklistOf(byHand)}\n`);

const count = (result: string): number =>
  Object.values(chapters)
    .flat()
    .filter((one) => one.result === result).length;
console.log(`${count('met')} met, ${count('open')} open, ${count('failed')} failed.`);
process.exit(count('failed') > 0 ? 1 : 0);
