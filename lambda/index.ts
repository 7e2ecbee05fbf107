import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { contentFor } from '../content/index.ts';
import { dynamoStore } from './dynamoStore.ts';
import { createSkill } from './skill.ts';

const environment = (name: 'TABLE_NAME' | 'SKILL_ID'): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set`);
  return value;
};

const store = dynamoStore({ table: environment('TABLE_NAME') });
const skill = createSkill(contentFor, store, environment('SKILL_ID'));

/** Longer than a first read takes where all is well; what is dead may not hold up the first answer. */
const warmUpDeadline = 400;

// A read of nobody's, before anybody waits: it loads and connects what the first turn would have to. Whether it worked
// is of no interest; the first turn finds out.
await store.load('nobody', 0, AbortSignal.timeout(warmUpDeadline)).catch(() => undefined);

/** What Lambda calls: one request envelope in, one response envelope out. */
export const handler = (event: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  skill.invoke(event, context);
