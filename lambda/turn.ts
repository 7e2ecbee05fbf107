import type { Directive, RequestEnvelope, ui } from 'ask-sdk-model';
import { advance } from '../routine/advance.ts';
import { type Beat, sayPhrase } from '../routine/beats.ts';
import type { Event } from '../routine/events.ts';
import { newListener } from '../routine/listener.ts';
import type { Content } from '../routine/words.ts';
import type { Outcome } from '../routine/talk.ts';
import { type Attributes, carriedIn, known, takenUp } from './attributes.ts';
import { fingerprint } from './fingerprint.ts';
import { hear, type Heard } from './hear.ts';
import { leftOwed, ownerAgain, settleOwed } from './owed.ts';
import { askPermission, permissionCard } from './permission.ts';
import { record } from './recordOfTurn.ts';
import type { AlexaServices } from './reminders.ts';
import { save, type Saving, type Turning } from './saving.ts';
import type { ListenerStore } from './store.ts';

/** All store calls of a turn together, in milliseconds: Alexa waits eight seconds for an answer. */
const storeDeadline = 2000;

export interface TurnResult {
  readonly reply: Outcome['reply'];
  readonly attributes: Attributes;
  /** Hands over to Alexa, who asks something herself. */
  readonly directive?: Directive;
  readonly card?: ui.Card;
}

/** The notice stands before the last words, which are the question: marks of the block stay true. */
const withNotice = (content: Content, speech: readonly Beat[]): Beat[] => [
  ...speech.slice(0, -1),
  sayPhrase(content, 'mayNotRemember'),
  ...speech.slice(-1),
];

/** Who comes in hears of the session that may be theirs; who is back, whether somebody else spoke. */
const withPeople = (event: Event, { found, guest }: Attributes): Event => {
  if (event.kind === 'wish' && event.wish === 'meAgain') return { ...event, guest: guest ?? false };
  const session = found?.listener.session;
  return session && event.kind === 'steer' && event.opens ? { ...event, found: session } : event;
};

interface Decided {
  readonly turning: Turning;
  readonly before: Attributes;
  readonly outcome: Outcome;
}

/** Somebody else has made room: the owner is back, and hears what they hear who were just let out. */
const asOwner = async ({ turning, before, outcome }: Decided): Promise<Decided> => {
  const { content, now } = turning;
  const event: Event = { kind: 'wish', wish: 'meAgain' };
  const owner = await known(ownerAgain(before), { ...turning, event });
  const next = advance(content, owner, event, now);
  const reply = { ...next.reply, speech: [...outcome.reply.speech, ...next.reply.speech] };
  return { turning: { ...turning, event }, before: owner, outcome: { ...next, reply } };
};

/** What the engine makes of it. Who says that the found session is theirs goes on as its listener, and resumes. */
const decide = async (turning: Turning, before: Attributes): Promise<Decided> => {
  const { content, event, now } = turning;
  const outcome = advance(content, before, event, now);
  if (outcome.speaker === 'owner') return asOwner({ turning, before, outcome });
  if (outcome.speaker !== 'found' || !before.found) return { turning, before, outcome };
  const { found, ...rest } = before;
  const theirs = { ...rest, ...found, talk: { ...outcome.talk, found: undefined } };
  const resumes: Event = { kind: 'steer', steer: 'resume' };
  return { turning: { ...turning, event: resumes }, before: theirs, outcome: advance(content, theirs, resumes, now) };
};

/** What the next turn finds; `saved` says what became of this one. */
const carriedOn = (
  before: Attributes,
  { outcome, revision, saved }: Saving,
  told: boolean,
  heard: Heard,
): Attributes => {
  const { listener, speaker } = outcome;
  const { key, found, unread } = before;
  // What is not saved must not be said to be.
  const talk = {
    ...outcome.talk,
    unsaved: saved === 'failed' || unread || before.guest || speaker === 'guest' ? true : undefined,
  };
  const toldUnsaved = told || before.toldUnsaved ? { toldUnsaved: true } : {};
  const lacking = heard.lacksTime ?? (talk.asked === 'reminderTime' ? before.reminder : undefined);
  const reminder = lacking ? { reminder: lacking } : {};
  if (speaker === 'guest') {
    const owed = saved === 'failed' && !before.guest ? leftOwed({ listener, revision, unread }) : before.owed;
    return { listener: newListener, talk, key, guest: true, ...(owed ? { owed } : {}), ...toldUnsaved };
  }
  if (before.guest) {
    const owed = outcome.erase ? undefined : before.owed;
    return { listener, talk, key, guest: true, ...(owed ? { owed } : {}), ...reminder, ...toldUnsaved };
  }
  return {
    listener: saved === 'notErased' ? before.listener : listener,
    talk,
    key,
    revision,
    ...(found && talk.found ? { found } : {}),
    ...reminder,
    ...(unread && saved !== 'erased' ? { unread } : {}),
    ...(saved === 'failed' ? { unsaved: true } : {}),
    ...toldUnsaved,
  };
};

/**
 * One request, one answer: load, advance, save, and only then speak. A table that is down never silences the coach:
 * the turn goes on from the Alexa session, says once that it may not remember, and is saved with the next one.
 */
export const takeTurn = async (
  content: Content,
  store: ListenerStore,
  envelope: RequestEnvelope,
  alexa?: AlexaServices,
): Promise<TurnResult> => {
  const began = performance.now();
  const { request, context } = envelope;
  const carried = carriedIn(envelope);
  const heard = await hear({ content, envelope, alexa, lackedTime: carried.reminder });
  const hearing: Turning = {
    content,
    store,
    userId: context.System.user.userId,
    revision: fingerprint(request.requestId),
    event: heard.event,
    now: Date.parse(request.timestamp),
    signal: AbortSignal.timeout(storeDeadline),
  };

  const start = await known(takenUp(carried, heard.waited), hearing);
  const event = withPeople(heard.event, start);
  const owed = await settleOwed(hearing, start);
  const { turning, before, outcome: decided } = await decide({ ...hearing, event }, { ...start, owed });
  const saving = await save(turning, before, decided);
  const { outcome, saved } = saving;
  record(before, outcome, turning, saved, performance.now() - began);

  const unknown = saved === 'failed' || (before.unread === true && !before.guest);
  const tell = unknown && !before.toldUnsaved && outcome.reply.speech.length > 0;
  const attributes = carriedOn(before, saving, tell, heard);
  if (saved === 'notErased') {
    return { reply: { speech: [sayPhrase(content, 'couldNotForget')], expects: 'nothing' }, attributes };
  }
  const { key, guest = false } = before;
  return {
    reply: tell ? { ...outcome.reply, speech: withNotice(content, outcome.reply.speech) } : outcome.reply,
    attributes,
    ...(heard.lacksPermission
      ? {
          directive: askPermission({
            wish: heard.lacksPermission,
            opens: heard.opens,
            key,
            guest,
            talk: attributes.talk,
          }),
        }
      : {}),
    ...(heard.wantsCard ? { card: permissionCard } : {}),
  };
};
