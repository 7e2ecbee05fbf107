import { describe, expect, it } from '@jest/globals';
import { echoWith, kindsOf, question } from './fakeSkill.ts';

describe('a skill that fails', () => {
  const speech = (ssml: string) => ({
    version: '1.0',
    response: { outputSpeech: { type: 'SSML', ssml }, shouldEndSession: false },
  });
  it.each<[string, () => unknown]>([
    ['throws', () => Promise.reject(new Error('boom'))],
    ['answers nothing', () => undefined],
    ['answers without a version', () => ({ response: {} })],
    ['speaks more than 8000 characters', () => speech(`<speak>${'a'.repeat(8000)}</speak>`)],
    ['speaks invalid SSML', () => speech('<speak>you & me</speak>')],
    ['has an invalid reprompt', () => question('Shall we?', '<break time="20s"/>')],
    ['sends more than 120 KB', () => ({ ...question('Hi?'), sessionAttributes: { all: 'a'.repeat(120 * 1024) } })],
  ])('that %s gets ERROR, and Alexa apologises', async (_, answer) => {
    const { echo, requests } = echoWith(answer);
    const happened = await echo.say('alexa, open back routine');
    expect(kindsOf(happened)).toEqual(['understood', 'problem', 'ended ERROR', 'speaks']);
    expect(happened.at(-1)).toMatchObject({ by: 'alexa' });
    expect(requests.at(-1)?.request).toMatchObject({
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { type: 'INVALID_RESPONSE' },
    });
    expect(requests.at(-1)?.session.new).toBe(false);
    await echo.hearOut();
    expect(echo.open).toBe(false);
    expect(echo.stage.kind).toBe('idle');
  });
});
