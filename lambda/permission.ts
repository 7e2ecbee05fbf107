import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Directive, interfaces, RequestEnvelope, ui } from 'ask-sdk-model';
import type { Talk } from '../routine/talk.ts';
import type { ReminderWish } from './reminders.ts';
import type { ListenerKey } from './store.ts';

type Answered = interfaces.connections.ConnectionsResponse;

const reminders = 'alexa::alerts:reminders:skill:readwrite';

/** Whether the account lets the skill set reminders, as far as a request tells. */
export const maySetReminders = ({ context }: RequestEnvelope): boolean => {
  const { scopes, consentToken } = context.System.user.permissions ?? {};
  const scope = scopes?.[reminders];
  return scope ? scope.status === 'GRANTED' : consentToken !== undefined;
};

/** What must outlast Alexa's own question: she ends the session for it, and the attributes with it. */
export interface Pending {
  readonly wish: ReminderWish;
  /** Whether the wish had opened its Alexa session. */
  readonly opens: boolean;
  readonly key: ListenerKey;
  readonly guest: boolean;
  /** What was being talked about: her question comes between, and then it goes on. */
  readonly talk: Talk;
}

/** Short: how long a token may be is documented nowhere, and a plan that is offered repeats itself. */
const asToken = ({ talk, ...rest }: Pending): string => {
  // Whose session was found is read anew.
  const { found: _, unsaved: __, ...kept } = talk;
  return deflateRawSync(JSON.stringify({ ...rest, talk: kept })).toString('base64url');
};

/** Alexa asks by herself whether the skill may set reminders; the answer is a request of its own, with the token. */
export const askPermission = (pending: Pending): Directive => ({
  type: 'Connections.SendRequest',
  name: 'AskFor',
  payload: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '2',
    permissionScopes: [{ permissionScope: reminders, consentLevel: 'ACCOUNT' }],
  },
  token: asToken(pending),
});

/** In the Alexa app: a way to give the permission later. */
export const permissionCard: ui.AskForPermissionsConsentCard = {
  type: 'AskForPermissionsConsent',
  permissions: [reminders],
};

/** What was asked for; undefined where the token is not one of ours. */
export const pendingIn = ({ name, token }: Answered): Pending | undefined => {
  if (name !== 'AskFor') return undefined;
  try {
    const text = inflateRawSync(Buffer.from(token ?? '', 'base64url')).toString();
    const pending = JSON.parse(text) as Partial<Pending> | null;
    return pending?.wish && pending.key && pending.talk ? (pending as Pending) : undefined;
  } catch {
    return undefined;
  }
};

/** What became of Alexa's question; `shown` is true where she has sent the card herself. */
export const consentIn = ({ status, payload }: Answered): { how: 'given' | 'refused' | 'failed'; shown: boolean } => {
  const shown = payload?.isCardThrown === true;
  if (!/^2/.test(status?.code ?? '')) return { how: 'failed', shown };
  return { how: payload?.status === 'ACCEPTED' ? 'given' : 'refused', shown };
};
