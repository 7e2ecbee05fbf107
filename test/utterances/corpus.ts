import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'ask-sdk-model';
import { eventOf } from '../../lambda/intents.ts';
import { reminderWish } from '../../lambda/reminderIntents.ts';
import { daysOfWeek } from '../../routine/events.ts';
import { type InteractionModel, type Understood, understand } from '../../simulator/understand.ts';

/** Something people say, and what it must mean; see README.md. */
export interface Utterance {
  readonly file: string;
  readonly said: string;
  /** Any of these. */
  readonly means: readonly string[];
}

const folder = import.meta.dirname ?? __dirname;

/** The day on which everything is said, a Wednesday. */
const today = '2027-03-03';

const read = (file: string): Utterance[] => {
  let means: readonly string[] = [];
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line) => {
      const heading = /^\[(.+)\]$/.exec(line)?.[1];
      if (heading) means = heading.split('|');
      return heading || line === '' || line.startsWith('#') ? [] : [{ file, said: line, means }];
    });
};

export const utterances = (): Utterance[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap(read);

/** What was understood in a few words: "minutes 10", "reminder set 08:00 daily", "launch". */
export const meaningOf = (understood: Understood): string => {
  if (understood.kind !== 'intent') return understood.kind;
  const request = {
    type: 'IntentRequest',
    intent: understood.intent,
    ...{ requestId: 'r', timestamp: `${today}T12:00:00Z`, locale: 'en-US', dialogState: 'COMPLETED' },
  } as Request;
  const reminder = reminderWish(request);
  if (reminder) {
    const { kind, date, time, every } = reminder;
    const days = every.length === daysOfWeek.length ? ['daily'] : every;
    return ['reminder', kind, date, time, ...days].filter(Boolean).join(' ');
  }
  const { kind, opens, ...rest } = eventOf(request, understood.newSession);
  const words = Object.entries(rest).filter(([name]) => !(kind === 'answer' && name === 'answer' && 'side' in rest));
  return [
    ...(kind === 'answer' && 'answer' in rest && 'side' in rest ? [rest.answer] : []),
    ...words.map(([, value]) => String(value)),
  ].join(' ');
};

/** What became of an utterance. `other` is the worst: understood as something that was not meant. */
export type Result = 'exact' | 'close' | 'missed' | 'other';

export const heard = (model: InteractionModel, { said, means }: Utterance): { as: string; result: Result } => {
  const understood = understand(model, said, { open: true, today });
  const as = meaningOf(understood);
  if (means.includes(as))
    return { as, result: understood.kind === 'intent' && understood.how === 'exact' ? 'exact' : 'close' };
  return { as, result: as === 'misunderstood' ? 'missed' : 'other' };
};
