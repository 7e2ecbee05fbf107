import { speechOf, ssmlOf } from './speech.ts';
import type { InteractionModel } from './understand.ts';
import { wordsOf } from './words.ts';

/** A skill hands over to Alexa, who asks whether it may have a permission. */
export interface ConsentAsked {
  readonly permissionScopes: readonly { readonly permissionScope: string; readonly consentLevel: string }[];
  /** The skill's own; it gets it back with the answer. */
  readonly token: string;
}

export type Consent = 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED';

interface SentDirective {
  readonly type?: string;
  readonly name?: string;
  readonly payload?: { readonly '@type'?: string; readonly '@version'?: string } & Partial<ConsentAsked>;
  readonly token?: string;
}

/** The question a response hands over to Alexa. Throws where she would refuse it; undefined: none. */
export const consentAskedIn = (directives: readonly unknown[] | undefined): ConsentAsked | undefined => {
  const sent = (directives as readonly SentDirective[] | undefined)?.find(
    ({ type }) => type === 'Connections.SendRequest',
  );
  if (!sent) return undefined;
  const { name, payload = {}, token = '' } = sent;
  const { permissionScopes = [] } = payload;
  const right =
    name === 'AskFor' && payload['@type'] === 'AskForPermissionsConsentRequest' && payload['@version'] === '2';
  if (!right || permissionScopes.length === 0) throw new Error("a Connections.SendRequest that is none of Amazon's");
  return { permissionScopes, token };
};

/** What Alexa says: nobody but her can change it. */
export const consentQuestion = ({ interactionModel }: InteractionModel): string =>
  ssmlOf(
    `Do you give ${interactionModel.languageModel.invocationName} permission to update your reminders? You can say I approve or no.`,
  );

/** How long she takes to say it, in milliseconds. */
export const questionLength = ({ model, speechFactor }: { model: InteractionModel; speechFactor?: number }): number =>
  speechOf(consentQuestion(model), speechFactor).length;

/** What was answered to it; undefined: she did not understand. */
export const consentOf = (line: string): Consent | undefined => {
  const said = wordsOf(line)
    .join(' ')
    .replace(/^alexa /, '');
  if (/^(?:yes|yeah|yep|sure|ok|okay|i approve|approve|i do|i agree)\b/.test(said)) return 'ACCEPTED';
  return /^(?:no|nope|nah|i don't|i do not|never|cancel|stop)\b/.test(said) ? 'DENIED' : undefined;
};
