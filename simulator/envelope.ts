import { randomUUID } from 'node:crypto';
import type { SpokenIntent } from './understand.ts';

/** Who and what sends a request. */
export interface Sender {
  readonly applicationId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly locale: string;
}

/** An Alexa session, as its requests tell it. */
export interface AlexaSession {
  readonly sessionId: string;
  readonly new: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export type EndReason = 'USER_INITIATED' | 'ERROR' | 'EXCEEDED_MAX_REPROMPTS';
export interface EndError {
  readonly type: 'INVALID_RESPONSE' | 'ENDPOINT_TIMEOUT';
  readonly message: string;
}

/** What a request is about: the part of it that differs from one to the next. */
export type Matter =
  | { readonly type: 'LaunchRequest' }
  | { readonly type: 'IntentRequest'; readonly intent: SpokenIntent; readonly dialogState?: 'STARTED' }
  | { readonly type: 'SessionEndedRequest'; readonly reason: EndReason; readonly error?: EndError };

export const newSession = (): AlexaSession => ({
  sessionId: `amzn1.echo-api.session.${randomUUID()}`,
  new: true,
  attributes: {},
});

/** A request as Amazon documents it, of a device without a screen where no voice was recognised. */
export const envelopeOf = (sender: Sender, session: AlexaSession, now: number, matter: Matter) => {
  const application = { applicationId: sender.applicationId };
  const user = { userId: sender.userId };
  return {
    version: '1.0',
    session: { new: session.new, sessionId: session.sessionId, application, attributes: session.attributes, user },
    context: {
      System: {
        application,
        user,
        device: { deviceId: sender.deviceId, supportedInterfaces: {} },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'no-token-on-a-simulated-device',
      },
    },
    request: {
      ...matter,
      requestId: `amzn1.echo-api.request.${randomUUID()}`,
      locale: sender.locale,
      // Amazon's timestamps have whole seconds.
      timestamp: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
      ...(matter.type === 'LaunchRequest' ? { shouldLinkResultBeReturned: false } : {}),
    },
  };
};

export type Envelope = ReturnType<typeof envelopeOf>;
