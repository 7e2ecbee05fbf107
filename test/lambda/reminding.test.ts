import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type AlexaApi, startAlexaApi } from '../../simulator/alexaApi.ts';
import type { Echo } from '../../simulator/device.ts';
import { type Dynamo, startDynamo } from '../../simulator/dynamo.ts';
import { hold, Home, words } from './home.ts';

let table: Dynamo;
let home: Home;
let api: AlexaApi;
let device: Echo;
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  table = await startDynamo();
});
afterAll(() => table.stop());
beforeEach(async () => {
  home = new Home(table);
  api = await startAlexaApi({ now: () => home.clock.now, timeZone: 'America/New_York' });
  device = home.echo({ api });
});
afterEach(() => api.stop());

const open = 'alexa, open back routine';
const approve = 'I approve';
const question = 'You can say I approve or no.';

/** In the second hold of the first exercise. */
const inBlock = async () => {
  await hold(device, open, 'left');
  await device.say('yes');
  await device.wait(110);
};

describe('"remind me every day at eight"', () => {
  it('in a block: set, said back, and the located set again', async () => {
    await inBlock();
    const heard = words(await device.say('alexa, remind me every day at eight am'));
    expect(heard).toMatch(/every day at 8 AM.*Get ready/);
    expect(api.reminders).toHaveLength(1);
    expect(device.open).toBe(true);
  });

  it('as a one-shot: set, said back, and over', async () => {
    const [heard] = await hold(device, 'alexa, tell back routine to remind me tomorrow at seven am');
    expect(heard).toContain('tomorrow at 7 AM');
    expect(device.open).toBe(false);
    expect(home.calls).toEqual(['read']);
  });

  it('without a time: asked for, and what was said before still holds', async () => {
    await hold(device, open, 'left');
    const [asked, , set] = await hold(device, 'remind me every day', 'banana', 'at eight am');
    expect(asked).toMatch(/What time.*\?$/);
    expect(set).toContain('every day at 8 AM');
    expect(api.reminders[0]?.trigger?.recurrence).toBeDefined();
  });

  it.each([
    ['remind me every monday at eight am', /every Monday at 8 AM/],
    ['remind me on weekdays at seven am', /every weekday at 7 AM/],
    ['remind me every monday, wednesday and friday at 8 am', /every Monday, Wednesday, and Friday at 8 AM/],
    [
      'set a reminder for tuesdays and thursdays at half past six in the evening',
      /every Tuesday and Thursday at 6:30 PM/,
    ],
    ['remind me every weekend at nine am', /every Saturday and Sunday at 9 AM/],
    ['remind me every sunday morning', /every Sunday at 8 AM/],
  ])('"%s": set, said back, listed and cancelled', async (line, said) => {
    await hold(device, open, 'left');
    const [set, all, over] = await hold(device, line, 'what reminders do I have', 'cancel my reminders');
    expect(set).toMatch(said);
    expect(all).toMatch(said);
    expect(over).toContain('No more reminders');
    expect(api.reminders).toEqual([]);
  });

  it('stays on its day when its time is changed, and keeps its time on another day', async () => {
    await hold(device, open, 'left');
    const heard = await hold(
      device,
      'remind me tomorrow at seven am',
      'change it to nine am',
      'change my reminder to mondays',
    );
    expect(heard[1]).toContain('tomorrow at 9 AM');
    expect(heard[2]).toContain('every Monday at 9 AM');
  });

  it('counts days from the place and the moment where it was said', async () => {
    // Late in the evening of the 29th in New York.
    await home.clock.passTo(Date.parse('2026-12-30T03:00:00Z'));
    const [heard] = await hold(device, 'alexa, ask back routine to remind me the day after tomorrow at seven am');
    expect(heard).toContain('on Thursday, December 31 at 7 AM');
    expect(api.reminders[0]?.trigger).toMatchObject({ scheduledTime: '2026-12-31T07:00:00.000' });
  });

  it('asked at what time, still knows on which days', async () => {
    await hold(device, open, 'left');
    const [asked, set] = await hold(device, 'remind me on mondays and fridays', 'at eight am');
    expect(asked).toMatch(/What time.*\?$/);
    expect(set).toContain('every Monday and Friday at 8 AM');
  });

  it('is listed, moved and cancelled', async () => {
    await hold(device, open, 'left');
    const heard = await hold(
      device,
      'remind me every day at eight am',
      'change my reminder to nine am',
      'what reminders do I have',
      'cancel my reminders',
    );
    expect(heard[1]).toContain('every day at 9 AM');
    expect(heard[2]).toContain('every day at 9 AM');
    expect(api.reminders).toEqual([]);
  });

  describe.each([
    ['a device without reminders', { fault: 'unsupportedDevice' }, "This device can't keep reminders."],
    ['no room for more', { most: 0 }, 'Alexa has no room for more reminders here.'],
    ['a service that is down', { fault: 'down' }, "I can't reach your reminders just now."],
    ['a service that is slow', { fault: 'silent' }, "I can't reach your reminders just now."],
    ['too many calls', { fault: 'tooMany' }, "I can't reach your reminders just now."],
  ] as const)('has its answer for %s', (_, { fault, most }: { fault?: AlexaApi['fault']; most?: number }, said) => {
    let refusing: AlexaApi;
    beforeEach(async () => {
      refusing = await startAlexaApi({ now: () => home.clock.now, ...(most === undefined ? {} : { most }) });
      refusing.fault = fault;
      device = home.echo({ api: refusing });
    });
    afterEach(() => refusing.stop());

    it('in a block, and then the located set', async () => {
      await inBlock();
      const heard = words(await device.say('alexa, remind me every day at eight am'));
      expect(heard.startsWith(said)).toBe(true);
      expect(heard).toMatch(/Ballerina stretch, left side, second of three/);
      expect(device.open).toBe(true);
    });

    it('at a question, and then the question', async () => {
      const [, side, , gate] = await hold(
        device,
        open,
        'remind me every day at eight am',
        'left',
        'remind me tomorrow at seven am',
      );
      expect(side?.startsWith(said)).toBe(true);
      expect(side).toMatch(/left, right, or both\?$/);
      expect(gate?.startsWith(said)).toBe(true);
      expect(gate).toMatch(/Shall we start the ballerina\?$/);
    });

    it('as a one-shot, and closes', async () => {
      const [heard] = await hold(device, 'alexa, ask back routine to remind me tomorrow at seven am');
      expect(heard?.startsWith(said)).toBe(true);
      expect(device.open).toBe(false);
    });
  });
});

describe('where reminders are not allowed yet', () => {
  beforeEach(() => {
    api.mayRemind = false;
  });

  it('Alexa asks in the middle of a block, and after a yes it is set and the place is kept', async () => {
    await inBlock();
    const asks = await device.say('alexa, remind me every day at eight am');
    const heard = words([...asks, ...(await device.hearOut())]);
    expect(heard).toMatch(/^Come up tall/);
    expect(heard.endsWith(question)).toBe(true);
    expect(home.responses.at(-1)?.response).toEqual({
      outputSpeech: expect.anything(),
      directives: [
        {
          type: 'Connections.SendRequest',
          name: 'AskFor',
          payload: {
            '@type': 'AskForPermissionsConsentRequest',
            '@version': '2',
            permissionScopes: [{ permissionScope: 'alexa::alerts:reminders:skill:readwrite', consentLevel: 'ACCOUNT' }],
          },
          token: expect.any(String),
        },
      ],
    });
    home.calls.length = 0;

    const [set, on] = await hold(device, approve, 'yes');
    expect(home.requests.at(-2)).toMatchObject({
      session: { new: true, attributes: {} },
      request: { type: 'Connections.Response', payload: { status: 'ACCEPTED' } },
    });
    expect(set).toMatch(/every day at 8 AM.*Shall we carry on\?$/);
    expect(on).toMatch(/^Ballerina stretch, left side, second of three/);
    expect(api.reminders).toHaveLength(1);
    expect(home.calls).toEqual(['read', 'write']);
  });

  it.each([
    ['no', 'DENIED', true],
    ['', 'NOT_ANSWERED', true],
  ])('"%s" is a refusal, with the way to change it, and the place is kept', async (said, status) => {
    await inBlock();
    await hold(device, 'alexa, remind me every day at eight am');
    const heard = words(said ? await device.say(said) : await device.silence());
    expect(home.requests.at(-1)?.request).toMatchObject({ payload: { status } });
    expect(heard).toMatch(/Then I won't set one\..*Shall we carry on\?$/);
    expect(home.responses.at(-1)?.response).toMatchObject({
      card: { type: 'AskForPermissionsConsent', permissions: ['alexa::alerts:reminders:skill:readwrite'] },
      shouldEndSession: false,
    });
    expect(api.reminders).toEqual([]);
  });

  it('asks once more what it did not understand, and says what failed after a yes', async () => {
    await hold(device, 'alexa, ask back routine to remind me every day at eight am');
    expect((await hold(device, 'what is this'))[0]).toContain(question);
    api.fault = 'down';
    const [failed] = await hold(device, approve);
    expect(failed).toContain("can't reach your reminders");
    expect(device.open).toBe(false);
  });

  const asks = 'remind me every day at eight am';
  const answers = [
    ['granted', approve, "I'll remind you every day at 8 AM."],
    ['refused', 'no', "Then I won't set one."],
  ] as const;

  describe.each(answers)('once it is %s', (_, answer, said) => {
    it('goes on with the plan that was offered, as it was changed', async () => {
      await hold(device, open, 'left', 'skip the corkscrew');
      const [, back, on] = await hold(device, asks, answer, 'yes');
      expect(back).toContain(said);
      expect(back).toMatch(/Shall we start the ballerina\?$/);
      expect(on).toMatch(/Cross your right foot in front of your left/);
      await hold(device, 'alexa, pause');
      const stored = home.responses.at(-1)?.sessionAttributes as {
        listener: { session: { plan: { steps: { id: string }[] } } };
      };
      expect(stored.listener.session.plan.steps.map(({ id }) => id)).toEqual(['ballerina', 'child-cobra', 'butt-walk']);
    });

    it.each([
      ['at the side', [], /Where does your lower back hurt: left, right, or both\?$/],
      ['is it the left', ['yes'], /left\?$/],
      ['while somebody fetches something', ['left', 'no'], /Ready to begin\?.*$/],
      ['between two exercises', ['left', 'yes'], /Shall we (?:start|do|go on|carry on).*\?$/],
      ['is it sharp', ['left', 'that hurts'], /sharp.*\?$/],
      ['whom to forget', ['left', 'forget me'], /everyone.*\?$/],
    ])('is back at its question %s', async (_, lines, question) => {
      await hold(device, open, ...lines);
      const [, back] = await hold(device, asks, answer);
      expect(back).toContain(said);
      expect(back).toMatch(question);
    });

    it('asks once more whose the paused session is', async () => {
      await hold(home.echo({ person: 'anna' }), open, 'left', 'yes', 'alexa, stop');
      const [, , back, on] = await hold(device, open, asks, answer, 'yes');
      expect(back).toContain(said);
      expect(back).toMatch(/Is it yours\?$/);
      expect(on).toMatch(/^Welcome back\. Ballerina/);
    });

    it('closes where the session was over, and where it was asked alone', async () => {
      const [, , alone] = await hold(device, 'alexa, tell back routine to remind me', 'at eight am', answer);
      expect(alone).toMatch(/^(?:I'll remind you today at 8 AM|Then I won't set one)\./);
      expect(device.open).toBe(false);
    });
  });

  it('carries a whole plan in a short token', async () => {
    await hold(device, open, 'twenty minutes', 'both', asks);
    const { directives } = home.responses.at(-1)?.response as { directives: { token: string }[] };
    expect(directives[0]?.token.length).toBeLessThan(1000);
    expect(directives[0]?.token).not.toContain('amzn1.');
  });

  it('nobody is asked to list or cancel what cannot be there', async () => {
    await hold(device, open, 'left');
    const [none] = await hold(device, 'cancel my reminders');
    expect(none).toContain('no reminder');
    expect(device.open).toBe(true);
  });

  it('somebody else stays somebody else', async () => {
    await hold(device, open, "alexa, it's someone else", 'remind me every day at eight am');
    home.calls.length = 0;
    await hold(device, approve, 'right', 'yes', 'alexa, stop');
    expect(home.calls).toEqual([]);
  });
});
