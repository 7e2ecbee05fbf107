import { describe, expect, it } from '@jest/globals';
import { personIdOf, skillId } from '../../simulator/identity.ts';
import { echoWith, question } from './fakeSkill.ts';

const launched = async () => {
  const { echo, requests } = echoWith(() => question('Hello?'));
  await echo.wait(0.75);
  await echo.say('alexa, open back routine');
  await echo.hearOut();
  await echo.say('yes');
  return requests;
};

describe('a request', () => {
  it('has the parts that Amazon documents, and no more', async () => {
    const [launch] = await launched();
    const user = { userId: expect.stringMatching(/^amzn1\.ask\.account\.[A-Z2-7]{207}$/) };
    const application = { applicationId: skillId };
    expect(launch).toEqual({
      version: '1.0',
      session: {
        new: true,
        sessionId: expect.stringMatching(/^amzn1\.echo-api\.session\./),
        application,
        attributes: {},
        user,
      },
      context: {
        System: {
          application,
          user,
          device: { deviceId: expect.stringMatching(/^amzn1\.ask\.device\./), supportedInterfaces: {} },
          apiEndpoint: 'https://api.amazonalexa.com',
          apiAccessToken: expect.any(String),
        },
      },
      request: {
        type: 'LaunchRequest',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
        locale: 'en-US',
        timestamp: '2026-03-02T09:00:00Z',
        shouldLinkResultBeReturned: false,
      },
    });
  });

  it('names the intent as Amazon does', async () => {
    const [, yes] = await launched();
    expect(yes?.request).toMatchObject({
      type: 'IntentRequest',
      intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE' },
    });
    expect(yes?.session.new).toBe(false);
  });

  it('tells whose voice it was, and where the API is', async () => {
    const api = { endpoint: 'http://127.0.0.1:8', token: 'some-token', timeZone: 'Europe/Berlin', mayRemind: true };
    const { echo, requests } = echoWith(() => question('Hello?'), { personId: personIdOf('me', 'anna'), api });
    await echo.say('alexa, open back routine');
    expect(requests[0]?.context.System).toMatchObject({
      person: { personId: expect.stringMatching(/^amzn1\.ask\.person\.[A-Z2-7]{207}$/) },
      user: { permissions: { scopes: { 'alexa::alerts:reminders:skill:readwrite': { status: 'GRANTED' } } } },
      apiEndpoint: 'http://127.0.0.1:8',
      apiAccessToken: 'some-token',
    });
  });
});
