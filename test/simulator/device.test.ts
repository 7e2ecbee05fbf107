import { describe, expect, it } from '@jest/globals';
import { transcriptOf } from '../../simulator/transcript.ts';
import { echoWith, goodbye, kindsOf, morning, question } from './fakeSkill.ts';

const launch = 'alexa, open back routine';
const block = 'Hold. <break time="10s"/><break time="10s"/><break time="10s"/> Release. Shall we?';

describe('an Echo that is asleep', () => {
  it('hears nothing without "alexa"', async () => {
    const { echo, requests } = echoWith(() => question('Hello?'));
    expect(kindsOf(await echo.say('open back routine'))).toEqual(['unheard']);
    expect(requests).toEqual([]);
  });

  it('keeps for Alexa what does not name the skill', async () => {
    const { echo, requests } = echoWith(() => question('Hello?'));
    expect(kindsOf(await echo.say('alexa, pause'))).toEqual(['understood']);
    expect(requests).toEqual([]);
  });
});

describe('an Alexa session', () => {
  it('opens with a launch, and its microphone after the speech', async () => {
    const { echo, requests } = echoWith(() => question('Hello?'));
    expect(kindsOf(await echo.say(launch))).toEqual(['understood', 'speaks']);
    expect(echo.stage.kind).toBe('speaking');
    expect(kindsOf(await echo.hearOut())).toEqual(['spoken', 'microphone']);
    expect(echo.stage.kind).toBe('listening');
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest']);
  });

  it('carries the attributes of the last response, and one id', async () => {
    let n = 0;
    const { echo, requests } = echoWith(() => ({ ...question('Hello?'), sessionAttributes: { n: ++n } }));
    await echo.say(launch);
    await echo.hearOut();
    await echo.say('yes');
    await echo.hearOut();
    await echo.say('yes');
    expect(requests.map(({ session }) => [session.new, session.attributes])).toEqual([
      [true, {}],
      [false, { n: 1 }],
      [false, { n: 2 }],
    ]);
    expect(new Set(requests.map(({ session }) => session.sessionId)).size).toBe(1);
    expect(new Set(requests.map(({ request }) => request.requestId)).size).toBe(3);
  });

  it('ends after a goodbye, without a request', async () => {
    const { echo, requests } = echoWith(() => goodbye());
    await echo.say(launch);
    expect(kindsOf(await echo.hearOut())).toEqual(['spoken', 'ended SKILL']);
    expect(echo.open).toBe(false);
    expect(requests).toHaveLength(1);
  });

  it('ends where shouldEndSession is absent: there is no screen to keep it open', async () => {
    const { echo } = echoWith(() => ({
      version: '1.0',
      response: { outputSpeech: { type: 'PlainText', text: 'Hi.' } },
    }));
    await echo.say(launch);
    await echo.hearOut();
    expect(echo.open).toBe(false);
  });

  it('begins anew when the skill is opened while it is open', async () => {
    const { echo, requests } = echoWith(() => question(block));
    await echo.say(launch);
    await echo.wait(10);
    await echo.say(launch);
    expect(requests.map(({ session }) => session.new)).toEqual([true, true]);
    expect(requests[0]?.session.sessionId).not.toBe(requests[1]?.session.sessionId);
  });

  it('ends with "exit", the skill being told and nothing spoken', async () => {
    const { echo, requests } = echoWith(() => question(block));
    await echo.say(launch);
    await echo.wait(10);
    expect(kindsOf(await echo.say('alexa, exit'))).toEqual(['understood', 'spoken', 'ended USER_INITIATED']);
    expect(requests.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    expect(echo.stage.kind).toBe('idle');
  });

  it('is gone without a request when the plug is pulled', async () => {
    const { echo, requests } = echoWith(() => question(block));
    await echo.say(launch);
    await echo.wait(10);
    expect(kindsOf(echo.unplug())).toEqual(['spoken']);
    await echo.wait(3600);
    expect(requests).toHaveLength(1);
    expect(echo.open).toBe(false);
  });
});

describe('silence', () => {
  it('brings the reprompt, then the end', async () => {
    const { echo, requests } = echoWith(() =>
      question('Shall we start?', 'Take your time. <break time="10s"/> Shall we?'),
    );
    await echo.say(launch);
    expect(kindsOf(await echo.silence())).toEqual(['spoken', 'microphone', 'speaks', 'spoken', 'microphone']);
    expect(requests).toHaveLength(1);
    expect(kindsOf(await echo.silence())).toEqual(['ended EXCEEDED_MAX_REPROMPTS']);
    expect(requests.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(echo.open).toBe(false);
  });

  it('lasts eight seconds each time', async () => {
    const { echo, clock } = echoWith(() => question('Shall we start?', '<break time="10s"/>'));
    await echo.say(launch);
    await echo.hearOut();
    const opened = clock.now;
    await echo.silence();
    await echo.silence();
    expect(clock.now - opened).toBe(8000 + 10_000 + 8000);
  });

  it('ends the session at once where there is no reprompt', async () => {
    const { echo } = echoWith(() => {
      const answer = question('Shall we?');
      return { ...answer, response: { ...answer.response, reprompt: undefined } };
    });
    await echo.say(launch);
    expect(kindsOf(await echo.silence())).toEqual(['spoken', 'microphone', 'ended EXCEEDED_MAX_REPROMPTS']);
  });

  it('can be broken after the reprompt, whose answer gets its own', async () => {
    const { echo } = echoWith(() => question('Shall we start?'));
    await echo.say(launch);
    await echo.silence();
    await echo.say('yes');
    expect(kindsOf(await echo.silence())).toContain('speaks');
    expect(echo.open).toBe(true);
  });

  it('passes by itself while somebody is away', async () => {
    const { echo, requests } = echoWith(() => question(block));
    await echo.say(launch);
    await echo.wait(7200);
    expect(echo.now).toBe(morning + 7_200_000);
    const end = Date.parse(requests.at(-1)?.request.timestamp ?? '');
    expect(end - morning).toBeLessThan(90_000);
  });
});

describe('barging in', () => {
  it('takes "alexa"', async () => {
    const { echo, requests } = echoWith(() => question(block));
    await echo.say(launch);
    await echo.wait(10);
    expect(kindsOf(await echo.say('pause'))).toEqual(['unheard']);
    expect(echo.stage.kind).toBe('speaking');
    await echo.say('alexa, pause');
    expect(requests.at(-1)?.request).toMatchObject({ type: 'IntentRequest', intent: { name: 'AMAZON.PauseIntent' } });
  });

  it('stops the speech there, and sends that moment', async () => {
    const { echo, requests } = echoWith(() => question(block), { latencySeconds: 2 });
    await echo.say(launch);
    await echo.wait(12);
    const [, spoken] = await echo.say('alexa, pause');
    expect(requests.at(-1)?.request.timestamp).toBe('2026-03-02T09:00:12Z');
    expect(spoken).toMatchObject({ kind: 'spoken', cut: true });
    if (spoken?.kind !== 'spoken') return;
    expect(spoken.speech.length).toBe(10_000);
    expect(transcriptOf(spoken.speech)).toMatch(/^Hold\. \(9\.\d s\)$/);
  });

  it('stops a goodbye, but reaches the skill no more', async () => {
    const { echo, requests } = echoWith(() => goodbye(block));
    await echo.say(launch);
    await echo.wait(10);
    expect(kindsOf(await echo.say('alexa, pause'))).toEqual(['understood', 'spoken', 'ended SKILL']);
    expect(requests).toHaveLength(1);
  });
});
