import { readFileSync } from 'node:fs';
import path from 'node:path';
import { english } from '../../content/index.ts';
import { dynamoStore } from '../../lambda/dynamoStore.ts';
import { createSkill } from '../../lambda/skill.ts';
import { type ListenerStore, StoreUnavailable } from '../../lambda/store.ts';
import { Clock } from '../../simulator/clock.ts';
import { Echo } from '../../simulator/device.ts';
import { clientOf, type Dynamo, tableName } from '../../simulator/dynamo.ts';
import type { ApiAccess, Envelope } from '../../simulator/envelope.ts';
import type { Happening } from '../../simulator/happening.ts';
import { deviceIdOf, personIdOf, skillId, userIdOf } from '../../simulator/identity.ts';
import { wordsIn } from '../../simulator/transcript.ts';
import type { InteractionModel } from '../../simulator/understand.ts';

const modelFile = path.join(__dirname, '../../interactionModel/custom/en-US.json');
const model = JSON.parse(readFileSync(modelFile, 'utf8')) as InteractionModel;

/** Speeches alone, as words. */
export const words = (happenings: readonly Happening[]): string =>
  happenings
    .map((one) => (one.kind === 'speaks' ? wordsIn(one.speech) : ''))
    .filter(Boolean)
    .join(' ');

/** Says each line when the speech is over, and gives what was answered to each. */
export const hold = async (device: Echo, ...lines: string[]): Promise<string[]> => {
  const heard: string[] = [];
  for (const line of lines) {
    const answer = await device.say(line);
    heard.push(words([...answer, ...(await device.hearOut())]));
  }
  return heard;
};

interface EchoOf {
  readonly device?: string;
  /** Whose voice it recognises. */
  readonly person?: string;
  readonly api?: ApiAccess;
  readonly applicationId?: string;
}

let homes = 0;

/** An account with its devices, on a table of which every call is counted. */
export class Home {
  readonly userId = userIdOf(`home ${++homes}`);
  readonly clock = new Clock(Date.parse('2026-11-20T08:00:00Z'));
  readonly store: ListenerStore;
  /** 'read', 'write', 'delete': the calls of the table so far. */
  readonly calls: string[] = [];
  /** What happens to the next calls of the table; each is used once. */
  faults: ('down' | 'answerLost' | undefined)[] = [];
  /** What the skill was asked. */
  readonly requests: Envelope[] = [];
  /** What it answered. */
  readonly responses: { response: Record<string, unknown>; sessionAttributes?: Record<string, unknown> }[] = [];

  constructor(table: Dynamo) {
    const real = dynamoStore({ table: tableName, client: clientOf(table.endpoint) });
    const counted = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
      this.calls.push(name);
      const fault = this.faults.shift();
      if (fault === 'down') throw new StoreUnavailable('down for this test');
      const result = await call();
      if (fault === 'answerLost') throw new StoreUnavailable('its answer got lost');
      return result;
    };
    this.store = {
      load: (...args) => counted('read', () => real.load(...args)),
      save: (...args) => counted('write', () => real.save(...args)),
      forget: (...args) => counted('delete', () => real.forget(...args)),
    };
  }

  echo({ device = 'kitchen', person, api, applicationId = skillId }: EchoOf = {}): Echo {
    const skill = createSkill(() => english, this.store, skillId);
    return new Echo({
      applicationId,
      userId: this.userId,
      deviceId: deviceIdOf(this.userId, device),
      locale: 'en-US',
      ...(person === undefined ? {} : { personId: personIdOf(this.userId, person) }),
      ...(api ? { api } : {}),
      model,
      clock: this.clock,
      handler: async (event, context) => {
        this.requests.push(event);
        const response = await skill.invoke(event as never, context);
        this.responses.push(response as never);
        return response;
      },
    });
  }

  /** Tells the skill something outside of any conversation. */
  event(request: Record<string, unknown>): Promise<unknown> {
    const timestamp = new Date(this.clock.now).toISOString();
    const application = { applicationId: skillId };
    const context = { System: { application, user: { userId: this.userId }, apiEndpoint: '', apiAccessToken: '' } };
    const envelope = { version: '1.0', context, request: { requestId: 'some-event', timestamp, ...request } };
    return createSkill(() => english, this.store, skillId).invoke(envelope as never, undefined);
  }

  /** Whose listeners are stored. */
  async stored(): Promise<string[]> {
    const account = await this.store.load(this.userId, this.clock.now, AbortSignal.timeout(2000));
    this.calls.pop();
    return [...account.keys()];
  }
}
