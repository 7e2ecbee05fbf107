import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { oneOfEach, strangeIntents } from '../../certification/samples.ts';
import { Tester } from '../../certification/tester.ts';
import type { Handler } from '../../simulator/device.ts';
import type { InteractionModel } from '../../simulator/understand.ts';

let model: InteractionModel;
beforeAll(() => {
  model = JSON.parse(
    readFileSync(path.join(__dirname, '../../interactionModel/custom/en-US.json'), 'utf8'),
  ) as InteractionModel;
});

const api = { endpoint: 'http://127.0.0.1:1', token: 'none', timeZone: 'America/New_York', mayRemind: false };
const answering = (response: unknown): Tester => {
  const handler: Handler = () =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve({ version: '1.0', response });
  return new Tester(handler, 'en-US', model, api);
};
const speech = (text: string) => ({ outputSpeech: { type: 'SSML', ssml: `<speak>${text}</speak>` } });

describe('a tester', () => {
  it('writes down what is answered', async () => {
    const tester = answering({ ...speech('Hello. Who is it?'), reprompt: speech('Who?'), shouldEndSession: false });
    expect(await tester.say('alexa, open back routine', 'a moment')).toMatchObject({
      ...{ moment: 'a moment', said: 'alexa, open back routine', request: 'LaunchRequest' },
      ...{ words: 'Hello. Who is it?', reprompt: 'Who?', listens: true, characters: 32 },
    });
    expect(await tester.silent()).toBe(2);
    expect(tester.open).toBe(false);
  });

  it('writes down what fails, and what Alexa refuses', async () => {
    for (const response of [new Error('a mistake'), speech('<break time="20s"/>')]) {
      const tester = answering(response);
      await tester.say('alexa, open back routine', 'a moment').catch(() => undefined);
      expect(tester.problems[0]).toMatch(/^a moment, "alexa, open back routine": (a mistake|a break of "20s")/);
    }
  });
});

it('says every intent that can be said, and none with an empty slot', () => {
  const said = oneOfEach(model);
  expect(said.map(({ intent }) => intent)).toEqual(
    model.interactionModel.languageModel.intents.map(({ name }) => name),
  );
  expect(said.filter(({ words }) => /[{}]|^\s|\s$|\s\s/.test(words))).toEqual([]);
});

it('sends slots that are empty, blank, unknown and odd', () => {
  const slots = strangeIntents({ name: 'SideIntent', slots: [{ name: 'side', type: 'Side' }] }).map(
    (intent) => intent.slots?.side,
  );
  expect(slots.map((slot) => slot?.value)).toEqual([undefined, '', 'purple elephant', '?']);
  expect(slots[2]?.resolutions?.resolutionsPerAuthority[0]?.status.code).toBe('ER_SUCCESS_NO_MATCH');
  expect(strangeIntents({ name: 'DoneIntent' })).toEqual([]);
});
