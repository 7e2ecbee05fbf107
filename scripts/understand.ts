/**
 * What Alexa takes a phrase for, said to the open skill:
 *   npm run understand -- "my left hip is killing me" [--locale en-GB]
 * Printed are the intent, its slots, how sure it is, what it means to the routine, and what it would have been otherwise.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Request } from 'ask-sdk-model';
import { eventOf } from '../lambda/intents.ts';
import { reminderWish } from '../lambda/reminderIntents.ts';
import { type InteractionModel, otherReadings, type SpokenSlot, understand } from '../simulator/understand.ts';

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const usage = 'Say what to understand: npm run understand -- "my left hip is killing me" [--locale en-GB]';

const readArguments = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { locale: { type: 'string', default: 'en-US' } } });
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`);
  }
};
const { positionals, values } = readArguments();
const line = positionals.join(' ').trim();
if (line === '') fail(usage);

const file = join(import.meta.dirname, `../interactionModel/custom/${values.locale}.json`);
if (!existsSync(file)) fail(`There is no interaction model for "${values.locale}".\n${usage}`);
const model = JSON.parse(readFileSync(file, 'utf8')) as InteractionModel;

const print = (name: string, value: string): void => console.log(`${name.padEnd(10)} ${value}`);

const slot = ({ name, value, resolutions }: SpokenSlot): string => {
  const [found] = resolutions?.resolutionsPerAuthority ?? [];
  const id = found?.values?.[0]?.value.id;
  return `${name} = ${value}${resolutions ? ` (${id ?? 'no such value'})` : ''}`;
};

const understood = understand(model, line, { open: true });
if (understood.kind !== 'intent') {
  const others = { launch: 'the skill is opened', exit: 'the session ends', elsewhere: 'nothing reaches the skill' };
  print('intent', `none: ${others[understood.kind]}`);
} else {
  const { intent, how, score, newSession } = understood;
  const request = { type: 'IntentRequest', intent } as Request;
  print('intent', intent.name);
  const filled = Object.values(intent.slots ?? {}).filter(({ value }) => value !== undefined);
  print('slots', filled.length > 0 ? filled.map(slot).join(', ') : 'none');
  print(
    'how',
    how === 'exact'
      ? 'exact: it is a sample'
      : how === 'close'
        ? `close: ${score.toFixed(2)}`
        : 'fallback: like no sample',
  );
  print('means', JSON.stringify(reminderWish(request) ?? eventOf(request, newSession)));
  const [next] = otherReadings(model, line).filter((other) => other.intent !== intent.name);
  print('runner-up', next ? `${next.intent}: ${next.score.toFixed(2)}` : 'none');
}
