import { lasting } from '../../routine/beats.ts';
import type { Event, EndReason } from '../../routine/events.ts';
import { type Listener, newListener, type Session } from '../../routine/listener.ts';
import { conversation, type Conversation, named, side, steering, yes } from './talking.ts';

export const minutes = 60;
export const hours = 60 * minutes;
export const days = 24 * hours;

/** Alexa ends its session, for one of its reasons. */
export const ended = (reason: EndReason): Event => ({ kind: 'steer', steer: 'ended', reason });

/** The same Alexa session, this many seconds on. */
export const after = (before: Conversation, seconds: number): Conversation =>
  conversation(before.listener, before.outcome?.talk, before.now + seconds * 1000, before.outcome);

/** The last words of what was spoken: the question. */
export const lastWords = ({ outcome }: Conversation): string => outcome?.reply.speech.at(-1)?.text ?? '';

export const askedIn = ({ outcome }: Conversation): string | undefined => outcome?.talk.asked;

/** Where the block that speaks begins. */
export const speaksFrom = ({ listener }: Conversation): string => {
  const block = listener.session?.block;
  return block ? named(block.marks[0]?.place) : 'no block';
};

export const placeIn = ({ listener }: Conversation): string => named(listener.session?.place);

/** How long what is spoken takes. */
export const spokenFor = ({ outcome }: Conversation): number => lasting(outcome?.reply.speech ?? []);

export const sessionIn = ({ listener }: Conversation): Session => {
  if (!listener.session) throw new Error('No session');
  return listener.session;
};

export const launched = conversation().say(steering('launch'));
/** At the first gate of the first session, ever. */
export const offered = launched.say(side('left'));
export const inFirst = offered.say(yes);
/** In the second hold of the ballerina. */
export const inSecondSet = after(inFirst, 110);
/** Done with the ballerina; child's pose and cobra is announced. */
export const atGate = inFirst.heard();

/** Says yes to everything until this question is open and can be answered. */
export const until = (question: string, from: Conversation): Conversation => {
  let talk = from;
  for (let turns = 0; turns < 40 && askedIn(talk) !== question; turns++) talk = talk.say(yes).heard();
  if (askedIn(talk) !== question) throw new Error(`Never asked ${question}`);
  return talk;
};

/** Says yes to everything until this exercise is announced. */
export const atGateOf = (step: string, from: Conversation): Conversation => {
  const announced = (talk: Conversation) => {
    const to = talk.listener.session?.block?.marks.at(-1)?.place;
    return to !== undefined && to !== 'end' && to.step === step && to.set === 0;
  };
  let talk = from;
  for (let turns = 0; turns < 40 && !announced(talk); turns++) talk = talk.say(yes).heard();
  if (!announced(talk)) throw new Error(`Never announced ${step}`);
  return talk;
};

/** Child's pose and cobra is set up; its first set is asked for. */
export const afterSetUp = until('go', atGate);
export const atLast = until('howWasIt', atGate);
export const finishedFirst = atLast.say(yes);

/** Somebody who has done everything often and recently, with a sore left side. */
export const regular: Listener = {
  ...newListener,
  preferences: { side: 'left' },
  welcomed: true,
  completed: {
    'ball-massage': 6,
    ballerina: 6,
    'child-cobra': 6,
    corkscrew: 6,
    'butt-walk': 6,
    'book-drop': 6,
    'cross-connect': 6,
    'split-squat': 6,
    'lift-lunge': 6,
  },
  completeSessions: { 'ten-first': 1, ten: 5 },
  totals: { sessions: 6, minutes: 66 },
  lastAt: Date.parse('2026-11-19T08:00:00Z'),
};

/** A session of a routine by name, offered to this listener. */
export const withRoutine = (routine: string, listener: Listener = regular): Conversation =>
  conversation(listener).say({ kind: 'wish', wish: 'routine', routine });
