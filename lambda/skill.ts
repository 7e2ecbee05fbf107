import { DefaultApiClient, type ErrorHandler, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, Response } from 'ask-sdk-model';
import { sayPhrase } from '../routine/beats.ts';
import type { Content } from '../routine/words.ts';
import { phrase } from '../routine/phrases.ts';
import { isSkillEvent, takeSkillEvent } from './skillEvents.ts';
import { ssml } from './ssml.ts';
import type { ListenerStore } from './store.ts';
import { takeTurn, type TurnResult } from './turn.ts';

/**
 * Alexa's answer for a reply. Whether the microphone opens is what the reply expects, never a default; handing over to
 * Alexa's own question leaves that to her.
 */
const responseOf = ({ reply, directive, card }: Omit<TurnResult, 'attributes'>): Response => {
  const { speech, reprompt, expects } = reply;
  return {
    outputSpeech: { type: 'SSML', ssml: ssml(speech) },
    ...(reprompt && expects === 'answer' ? { reprompt: { outputSpeech: { type: 'SSML', ssml: ssml(reprompt) } } } : {}),
    ...(card ? { card } : {}),
    ...(directive ? { directives: [directive] } : { shouldEndSession: expects === 'nothing' }),
  };
};

/** Nothing is answered to an event, and an error of it is Amazon's to know. */
const everyEvent = (store: ListenerStore): RequestHandler => ({
  canHandle: ({ requestEnvelope }) => isSkillEvent(requestEnvelope),
  handle: async ({ requestEnvelope }) => {
    await takeSkillEvent(store, requestEnvelope);
    return {};
  },
});

/** The words of a locale. */
type ContentFor = (locale: string | undefined) => Content;

const localeOf = ({ request }: RequestEnvelope): string | undefined =>
  'locale' in request ? request.locale : undefined;

const everyTurn = (contentFor: ContentFor, store: ListenerStore): RequestHandler => ({
  canHandle: () => true,
  handle: async ({ requestEnvelope, attributesManager, serviceClientFactory: factory }) => {
    const { deviceId } = requestEnvelope.context.System.device ?? {};
    const alexa = factory && deviceId !== undefined ? { factory, deviceId } : undefined;
    const content = contentFor(localeOf(requestEnvelope));
    const { attributes, ...answer } = await takeTurn(content, store, requestEnvelope, alexa);
    // An ended Alexa session takes no answer.
    if (requestEnvelope.request.type === 'SessionEndedRequest') return {};
    if (requestEnvelope.session) attributesManager.setSessionAttributes({ ...attributes });
    return responseOf(answer);
  },
});

/** What nobody foresaw: one apology that says what to do next, and one record of the error, without words or ids. */
const apology = (contentFor: ContentFor): ErrorHandler => ({
  canHandle: ({ requestEnvelope }) => !isSkillEvent(requestEnvelope),
  handle: ({ requestEnvelope }, error) => {
    console.error(error);
    if (requestEnvelope.request.type === 'SessionEndedRequest') return {};
    const content = contentFor(localeOf(requestEnvelope));
    const comeBack = phrase(content, 'comeBack');
    return responseOf({ reply: { speech: [sayPhrase(content, 'somethingWrong', { comeBack })], expects: 'nothing' } });
  },
});

/** The skill; requests of another skill id are refused with an error. */
export const createSkill = (contentFor: ContentFor, store: ListenerStore, skillId: string): Skill =>
  SkillBuilders.custom()
    .withSkillId(skillId)
    .withApiClient(new DefaultApiClient())
    .addRequestHandlers(everyEvent(store), everyTurn(contentFor, store))
    .addErrorHandlers(apology(contentFor))
    .create();
