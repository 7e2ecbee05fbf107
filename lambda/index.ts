import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { contentFor } from '../content/index.ts';
import { dynamoStore } from './dynamoStore.ts';
import { createSkill } from './skill.ts';

const environment = (name: 'TABLE_NAME' | 'SKILL_ID'): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set`);
  return value;
};

const skill = createSkill(contentFor, dynamoStore({ table: environment('TABLE_NAME') }), environment('SKILL_ID'));

/** What Lambda calls: one request envelope in, one response envelope out. */
export const handler = (event: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  skill.invoke(event, context);
