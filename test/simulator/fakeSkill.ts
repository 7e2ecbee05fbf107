import { Clock } from '../../simulator/clock.ts';
import { Echo } from '../../simulator/device.ts';
import type { EchoOptions } from '../../simulator/device.ts';
import type { Envelope } from '../../simulator/envelope.ts';
import type { Happening } from '../../simulator/happening.ts';
import { deviceIdOf, skillId, userIdOf } from '../../simulator/identity.ts';
import type { InteractionModel } from '../../simulator/understand.ts';

/** A morning in March. */
export const morning = Date.parse('2026-03-02T09:00:00Z');

const model: InteractionModel = {
  interactionModel: {
    languageModel: {
      invocationName: 'back routine',
      intents: ['PauseIntent', 'StopIntent', 'YesIntent', 'NextIntent', 'FallbackIntent'].map((name) => ({
        name: `AMAZON.${name}`,
        samples: [],
      })),
    },
  },
};

/** A response with a question, as a skill gives it. */
export const question = (ssml: string, reprompt = 'Shall we?') => ({
  version: '1.0',
  sessionAttributes: {},
  response: {
    outputSpeech: { type: 'SSML', ssml: `<speak>${ssml}</speak>` },
    reprompt: { outputSpeech: { type: 'SSML', ssml: `<speak>${reprompt}</speak>` } },
    shouldEndSession: false,
  },
});

/** A response that closes. */
export const goodbye = (ssml = 'Goodbye.') => ({
  version: '1.0',
  response: { outputSpeech: { type: 'SSML', ssml: `<speak>${ssml}</speak>` }, shouldEndSession: true },
});

/** An Echo whose skill answers as told, and all requests that skill got. */
export const echoWith = (answer: (event: Envelope) => unknown, options: Partial<EchoOptions> = {}) => {
  const requests: Envelope[] = [];
  const clock = options.clock ?? new Clock(morning);
  const echo = new Echo({
    applicationId: skillId,
    userId: userIdOf('test'),
    deviceId: deviceIdOf('test', 'bedroom'),
    locale: 'en-US',
    model,
    clock,
    handler: (event) => {
      requests.push(event);
      return Promise.resolve().then(() =>
        event.request.type === 'SessionEndedRequest' ? { version: '1.0', response: {} } : answer(event),
      );
    },
    ...options,
  });
  return { echo, clock, requests };
};

/** The kinds of what happened, in order. */
export const kindsOf = (happenings: readonly Happening[]): string[] =>
  happenings.map((one) => (one.kind === 'ended' ? `ended ${one.reason}` : one.kind));
