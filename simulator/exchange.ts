import { type Answer, answerOf } from './answer.ts';
import type { Clock } from './clock.ts';
import { type AlexaSession, type Envelope, envelopeOf, type Matter, type Sender } from './envelope.ts';
import type { InteractionModel } from './understand.ts';

/** The skill, as Lambda calls it. */
export type Handler = (event: Envelope, context: unknown) => Promise<unknown>;

export interface EchoOptions extends Sender {
  readonly handler: Handler;
  readonly model: InteractionModel;
  readonly clock: Clock;
  /** 1 is this device's usual pace; 1.3 speaks more slowly. */
  readonly speechFactor?: number;
  /** From the end of what is said to the first word of the answer, 0 to 3. */
  readonly latencySeconds?: number;
}

/** Asks the skill. Throws where it fails, or answers what Alexa would refuse. */
export const exchange = async (options: EchoOptions, session: AlexaSession, matter: Matter): Promise<Answer> => {
  // Through JSON both ways, as the bytes go to Lambda and back.
  const event = JSON.parse(JSON.stringify(envelopeOf(options, session, options.clock.now, matter))) as Envelope;
  const response = await options.handler(event, { awsRequestId: event.request.requestId });
  return answerOf(JSON.stringify(response));
};
