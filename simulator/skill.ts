import { pathToFileURL } from 'node:url';
import type { Handler } from './device.ts';
import { skillId } from './identity.ts';
import { tableName } from './dynamo.ts';

/** Alexa hangs up on a skill that takes this long. */
const patience = 8000;

class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** As Alexa calls a skill: whoever does not answer in time has failed. */
const impatient =
  (handler: Handler): Handler =>
  async (event, context) => {
    let timer: NodeJS.Timeout | undefined;
    const hangUp = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new TooSlow('no answer within 8 s')), patience);
    });
    try {
      return await Promise.race([handler(event, context), hangUp]);
    } finally {
      clearTimeout(timer);
    }
  };

/** Loads the bundle that is deployed, pointed at an embedded DynamoDB and at nothing else. */
export const loadSkill = async (bundle: string, endpoint: string): Promise<Handler> => {
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    SKILL_ID: skillId,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'embedded',
    AWS_SECRET_ACCESS_KEY: 'embedded',
  });
  delete process.env.AWS_SESSION_TOKEN;
  delete process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS;
  const { handler } = (await import(pathToFileURL(bundle).href)) as { handler: Handler };
  return impatient(handler);
};
