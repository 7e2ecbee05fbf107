import { randomUUID } from 'node:crypto';
import type { ConsentAsked, Consent } from './consent.ts';
import type { SpokenIntent } from './understand.ts';

/** Amazon's API, as a request tells of it. */
export interface ApiAccess {
  readonly endpoint: string;
  readonly token: string;
  /** Of every device. */
  readonly timeZone: string;
  /** Whether the account lets the skill set reminders. */
  mayRemind: boolean;
}

/** Who and what sends a request. */
export interface Sender {
  readonly applicationId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly locale: string;
  /** Of a voice that is recognised. */
  readonly personId?: string;
  readonly api?: ApiAccess;
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
  | {
      readonly type: 'Connections.Response';
      readonly name: 'AskFor';
      readonly status: { readonly code: string; readonly message: string };
      readonly token: string;
      readonly payload: Pick<ConsentAsked, 'permissionScopes'> & {
        readonly status: Consent;
        readonly isCardThrown: boolean;
      };
    }
  | { readonly type: 'SessionEndedRequest'; readonly reason: EndReason; readonly error?: EndError };

export const newSession = (): AlexaSession => ({
  sessionId: `amzn1.echo-api.session.${randomUUID()}`,
  new: true,
  attributes: {},
});

/** What was answered to a question of Alexa's own, as the skill hears of it. */
export const consentResponse = ({ permissionScopes, token }: ConsentAsked, status: Consent): Matter => ({
  type: 'Connections.Response',
  name: 'AskFor',
  status: { code: '200', message: 'OK' },
  token,
  payload: { permissionScopes, status, isCardThrown: false },
});

/** The permissions an account has given; none: nothing tells of them. */
const permissionsOf = ({ api }: Sender) =>
  api?.mayRemind
    ? { permissions: { scopes: { 'alexa::alerts:reminders:skill:readwrite': { status: 'GRANTED' } } } }
    : {};

/** A request as Amazon documents it, of a device without a screen. */
export const envelopeOf = (sender: Sender, session: AlexaSession, now: number, matter: Matter) => {
  const application = { applicationId: sender.applicationId };
  const user = { userId: sender.userId };
  return {
    version: '1.0',
    session: { new: session.new, sessionId: session.sessionId, application, attributes: session.attributes, user },
    context: {
      System: {
        application,
        user: { ...user, ...permissionsOf(sender) },
        ...(sender.personId === undefined ? {} : { person: { personId: sender.personId } }),
        device: { deviceId: sender.deviceId, supportedInterfaces: {} },
        apiEndpoint: sender.api?.endpoint ?? 'https://api.amazonalexa.com',
        apiAccessToken: sender.api?.token ?? 'no-token-on-a-simulated-device',
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
