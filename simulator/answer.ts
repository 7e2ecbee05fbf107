import { type ConsentAsked, consentAskedIn } from './consent.ts';
import { InvalidSpeech, speechOf, ssmlOf } from './speech.ts';

/** What the skill's response means to a device without a screen. */
export interface Answer {
  /** SSML; undefined: nothing is spoken. */
  readonly speech?: string;
  readonly reprompt?: string;
  /** Whether the microphone opens after the speech. */
  readonly listens: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What Alexa asks by herself after the speech. */
  readonly consent?: ConsentAsked;
}

interface OutputSpeech {
  readonly type?: string;
  readonly ssml?: unknown;
  readonly text?: unknown;
}
interface Response {
  readonly version?: string;
  readonly sessionAttributes?: Record<string, unknown> | null;
  readonly response?: {
    readonly outputSpeech?: OutputSpeech;
    readonly reprompt?: { readonly outputSpeech?: OutputSpeech };
    readonly shouldEndSession?: boolean | null;
    readonly directives?: readonly unknown[];
  } | null;
}

const largest = 120 * 1024;

const ssmlIn = (speech: OutputSpeech | undefined): string | undefined => {
  if (!speech) return undefined;
  if (speech.type === 'PlainText' && typeof speech.text === 'string') return ssmlOf(speech.text);
  if (speech.type !== 'SSML' || typeof speech.ssml !== 'string') throw new InvalidSpeech('speech without type or text');
  // Refused whole if any of it cannot be spoken.
  speechOf(speech.ssml);
  return speech.ssml;
};

/** Reads a response as Alexa does. Throws where Alexa would call it invalid. */
export const answerOf = (json: string | undefined): Answer => {
  if (json === undefined) throw new InvalidSpeech('no response at all');
  if (Buffer.byteLength(json) > largest) throw new InvalidSpeech(`a response of ${Buffer.byteLength(json)} bytes`);
  const { version, sessionAttributes, response } = JSON.parse(json) as Response;
  if (version !== '1.0' || !response) throw new InvalidSpeech('a response without version "1.0" or without content');
  const speech = ssmlIn(response.outputSpeech);
  const reprompt = ssmlIn(response.reprompt?.outputSpeech);
  const consent = consentAskedIn(response.directives);
  return {
    ...(speech === undefined ? {} : { speech }),
    ...(reprompt === undefined ? {} : { reprompt }),
    // Absent keeps a screen open, never a microphone.
    listens: response.shouldEndSession === false || response.shouldEndSession === null,
    attributes: sessionAttributes ?? {},
    ...(consent ? { consent } : {}),
  };
};
