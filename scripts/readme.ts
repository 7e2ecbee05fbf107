/**
 * Holds the conversation that README.md opens with and writes it there (`npm run readme`), so that what a newcomer
 * reads is what the skill says. With `--check` it only compares. Talks to dist/lambda as it was built.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Clock } from '../simulator/clock.ts';
import { Echo } from '../simulator/device.ts';
import { startDynamo } from '../simulator/dynamo.ts';
import { deviceIdOf, skillId, userIdOf } from '../simulator/identity.ts';
import { type NextLine, talkPiped } from '../simulator/piped.ts';
import { loadSkill } from '../simulator/skill.ts';
import type { InteractionModel } from '../simulator/understand.ts';

const said = [
  'alexa, start back routine',
  'left',
  'yes',
  ':at 110s',
  'alexa, pause',
  ':wait 2h',
  'alexa, start back routine',
  ':at 45s',
];
const begin = '<!-- a conversation, written by npm run readme -->';
const end = '<!-- the end of the conversation -->';
const width = 110;

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
// The SDK advises to leave Node 20: true, but nothing of the conversation.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const wrapped = (line: string): string[] => {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return line
    .trim()
    .split(' ')
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > width) return [...lines, indent + word];
      return [...lines.slice(0, -1), `${last} ${word}`];
    }, []);
};

const dynamo = await startDynamo();
const handler = await loadSkill(at('dist/lambda/index.mjs'), dynamo.endpoint);
console.info = () => undefined;
const model = JSON.parse(readFileSync(at('interactionModel/custom/en-US.json'), 'utf8')) as InteractionModel;
const clock = new Clock(Date.parse('2026-11-20T08:00:00Z'));
const sender = {
  applicationId: skillId,
  userId: userIdOf('readme'),
  deviceId: deviceIdOf('readme', 'home'),
  locale: 'en-US',
};
const echo = new Echo({ ...sender, handler, model, clock });

const lines: string[] = [];
let nth = 0;
const next: NextLine = () => {
  const typed = said[nth++];
  return Promise.resolve(typed === undefined ? 'end' : { typed });
};
await talkPiped({
  echo,
  next,
  print: (line) => void lines.push(...wrapped(line)),
  repeats: true,
  passed: () => undefined,
});
await dynamo.stop();

const readme = readFileSync(at('README.md'), 'utf8');
const [before = '', rest = ''] = readme.split(begin);
const [, after = ''] = rest.split(end);
const written = `${before}${begin}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n\n${end}${after}`;

if (process.argv.includes('--check')) {
  if (written !== readme) {
    console.error('README.md opens with an old conversation: npm run readme');
    process.exit(1);
  }
} else {
  writeFileSync(at('README.md'), written);
  console.log(lines.join('\n'));
}
process.exit(0);
