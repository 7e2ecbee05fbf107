import { type ErrorHandler, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { sayPhrase } from '../routine/beats.ts';
import type { Content } from '../routine/model.ts';
import { phrase } from '../routine/phrases.ts';
import type { Reply } from '../routine/talk.ts';
import { ssml } from './ssml.ts';
import type { ListenerStore } from './store.ts';
import { takeTurn } from './turn.ts';

/** Alexa's answer for a reply. Whether the microphone opens is what the reply expects, never a default. */
const responseOf = ({ speech, reprompt, expects }: Reply): Response => ({
  outputSpeech: { type: 'SSML', ssml: ssml(speech) },
  ...(reprompt && expects === 'answer' ? { reprompt: { outputSpeech: { type: 'SSML', ssml: ssml(reprompt) } } } : {}),
  shouldEndSession: expects === 'nothing',
});

const everyTurn = (content: Content, store: ListenerStore): RequestHandler => ({
  canHandle: () => true,
  handle: async ({ requestEnvelope, attributesManager }) => {
    const { reply, attributes } = await takeTurn(content, store, requestEnvelope);
    // An ended Alexa session takes no answer.
    if (requestEnvelope.request.type === 'SessionEndedRequest') return {};
    if (requestEnvelope.session) attributesManager.setSessionAttributes({ ...attributes });
    return responseOf(reply);
  },
});

/** What nobody foresaw: one apology that says what to do next, and one record of the error, without words or ids. */
const apology = (content: Content): ErrorHandler => ({
  canHandle: () => true,
  handle: ({ requestEnvelope }, error) => {
    console.error(error);
    if (requestEnvelope.request.type === 'SessionEndedRequest') return {};
    const comeBack = phrase(content, 'comeBack');
    return responseOf({ speech: [sayPhrase(content, 'somethingWrong', { comeBack })], expects: 'nothing' });
  },
});

/** The skill; requests of another skill id are refused with an error. */
export const createSkill = (content: Content, store: ListenerStore, skillId: string): Skill =>
  SkillBuilders.custom()
    .withSkillId(skillId)
    .addRequestHandlers(everyTurn(content, store))
    .addErrorHandlers(apology(content))
    .create();
