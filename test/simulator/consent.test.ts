import { describe, expect, it } from '@jest/globals';
import type { ApiAccess } from '../../simulator/envelope.ts';
import { echoWith, kindsOf, question } from './fakeSkill.ts';

const permissionScopes = [{ permissionScope: 'alexa::alerts:reminders:skill:readwrite', consentLevel: 'ACCOUNT' }];
const directive = (payload: object = {}) => ({
  type: 'Connections.SendRequest',
  name: 'AskFor',
  payload: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', permissionScopes, ...payload },
  token: 'mine',
});
const handingOver = (sent: object = directive()) => ({
  version: '1.0',
  response: { outputSpeech: { type: 'SSML', ssml: '<speak>Alexa asks you.</speak>' }, directives: [sent] },
});

const home = (sent?: object) => {
  const api: ApiAccess = {
    endpoint: 'http://127.0.0.1:1',
    token: 'token',
    timeZone: 'Europe/Berlin',
    mayRemind: false,
  };
  const there = echoWith(
    ({ request }) => (request.type === 'Connections.Response' ? question('And now?') : handingOver(sent)),
    { api },
  );
  return { ...there, api };
};

describe("Alexa's own question", () => {
  it.each([
    ['I approve', 'ACCEPTED'],
    ['alexa, yes', 'ACCEPTED'],
    ['No.', 'DENIED'],
    ["I don't want that", 'DENIED'],
  ])('is asked after the speech, and "%s" is %s', async (said, status) => {
    const { echo, requests, api } = home();
    await echo.say('alexa, open back routine');
    expect(kindsOf(await echo.hearOut())).toEqual(['spoken', 'speaks', 'spoken', 'microphone']);
    expect(echo.open).toBe(false);
    await echo.say(said);
    expect(requests[1]).toMatchObject({
      session: { new: true, attributes: {} },
      request: {
        type: 'Connections.Response',
        name: 'AskFor',
        status: { code: '200' },
        token: 'mine',
        payload: { permissionScopes, status },
      },
    });
    expect(api.mayRemind).toBe(status === 'ACCEPTED');
    const { user } = requests[1]?.context.System ?? {};
    expect(user && 'permissions' in user).toBe(status === 'ACCEPTED');
    await echo.hearOut();
    expect(echo.open).toBe(true);
  });

  it('is asked once more where nobody understood, and left where nobody answers', async () => {
    const { echo, requests } = home();
    await echo.say('alexa, open back routine');
    await echo.hearOut();
    expect(kindsOf(await echo.say('what'))).toEqual(['speaks']);
    await echo.silence();
    expect(requests[1]?.request).toMatchObject({ payload: { status: 'NOT_ANSWERED' } });
  });

  it('is never asked of somebody who cut the skill short', async () => {
    const { echo, requests } = home();
    await echo.say('alexa, open back routine');
    await echo.wait(1.5);
    expect(kindsOf(await echo.say('alexa, what time is it'))).toEqual(['understood', 'spoken', 'ended SKILL']);
    await echo.wait(60);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['another name', { ...directive(), name: 'Buy' }],
    ['no permission', directive({ permissionScopes: [] })],
    ['an old version', directive({ '@version': '1' })],
  ])('is refused with %s', async (_, sent) => {
    const { echo } = home(sent);
    expect(kindsOf(await echo.say('alexa, open back routine'))).toContain('problem');
  });
});
