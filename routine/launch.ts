import { announceExercise, saysLeaveOut } from './announce.ts';
import { locatedNow, vanishedAt } from './ahead.ts';
import { ask } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { backTo, speakBlock, stillMovingFrom } from './block.ts';
import { fresh } from './choosing.ts';
import { reminderOfThings } from './equipment.ts';
import { inForm } from './form.ts';
import { destinationOf, finished, heardTo, running, known } from './history.ts';
import { blockEnd, slowEnd } from './locate.ts';
import type { Instant } from './exercise.ts';
import type { Place, Session } from './listener.ts';
import { afterStep, startOf, stepAt } from './place.ts';
import { phrase } from './phrases.ts';
import { close, elapsedSeconds, type Outcome, type Turn } from './talk.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Away for up to this long: the place is remembered by the person too. */
const shortly = 3 * minute;
/** Up to this long they are taken back to the very set. */
const sameDay = 4 * hour;
/** Up to this long they are asked whether to finish what they began. */
const sameWeek = 7 * day;

/** When the session was last worked on: how it ended, or the end of its last block. */
const awaySince = (turn: Turn, session: Session): Instant => {
  if (session.ended) return session.ended.at;
  if (session.block) return blockEnd(session.block);
  return turn.listener.lastAt ?? session.startedAt;
};

/**
 * From the stored place on, with as much of a reminder as the time away asks for; what the question named already is
 * not named again.
 */
export const resumeAt = (turn: Turn, away: number, before: readonly Beat[], named = false): Outcome => {
  const { content, listener } = turn;
  const { session } = listener;
  const step = session && stepAt(session.plan, session.place);
  if (!session || !step) throw new Error('No session to resume');
  const knows = known(listener, step);
  const ready = knows && !named ? reminderOfThings(content, step) : [];
  const standing = inForm(content, step).endPosition === 'standing';
  const { leaveOut } = inForm(content, step).words;
  const who = leaveOut && saysLeaveOut(content, listener, step) ? [say(content, leaveOut)] : [];
  if (session.place.set === 0) {
    return speakBlock(turn, {
      place: session.place,
      before: [...before, announceExercise(content, step), ...who, ...ready],
      things: !knows && !named,
      from: stillMovingFrom(turn, session.place) ?? turn.talk.position ?? 'standing',
    });
  }
  // The release took them out of the position: a short word gets them back.
  if (away <= shortly) return backTo(turn, session.place, before, { remind: true, getReady: standing ? 10 : 20 });
  return backTo(turn, session.place, [...before, ...ready], {
    who,
    things: !knows,
    from: 'standing',
    remind: true,
    ...(standing ? { getReady: 10 } : {}),
  });
};

const fromSetUp = (turn: Turn, session: Session): Turn => ({
  ...turn,
  listener: { ...turn.listener, session: { ...session, place: startOf({ id: session.place.step }) } },
});

/** What the person did while nobody told: the block as located, or as not heard. */
const rewound = (turn: Turn, place: Place): Turn => ({
  ...turn,
  listener: vanishedAt(turn, place),
});

/**
 * Opening the skill. A session that still runs goes on where it surely was; `explicit` when resuming was asked for in
 * words, which is never answered by a question.
 */
export const launch = (opened: Turn, explicit = false): Outcome => {
  // What was offered and not begun gives way to what is under way.
  const turn: Turn = { ...opened, talk: { ...opened.talk, draft: undefined } };
  const session = running(turn.listener);
  const gone = turn.talk.moved ? [sayPhrase(turn.content, 'exerciseGone')] : [];
  if (!session) return fresh(turn, explicit ? [...gone, sayPhrase(turn.content, 'nothingToCarryOn')] : gone);
  const away = (turn.now - awaySince(turn, session)) / 1000;
  const greeting = [sayPhrase(turn.content, turn.talk.asked ? 'carryingOn' : 'welcomeBack'), ...gone];
  if (session.block && !session.ended) return afterVanishing(turn, session, away, greeting, explicit);
  return returning(turn, session, away, greeting, explicit);
};

/** The Alexa session vanished while a block was under way, and nobody said how it ended. */
const afterVanishing = (
  turn: Turn,
  session: Session,
  away: number,
  greeting: readonly Beat[],
  explicit: boolean,
): Outcome => {
  const block = session.block;
  if (!block) return returning(turn, session, away, greeting, explicit);
  const located = locatedNow(turn);
  const heardOut = elapsedSeconds(block.sentAt, turn.now) >= slowEnd(block.marks);
  const began = block.marks[0]?.place;
  const start = began && began !== 'end' ? began : session.place;
  if (!heardOut && located && located !== 'end') {
    const there = rewound(turn, located);
    return resumeAt(there, 0, greeting);
  }
  if (away <= sameDay && leadsOut(session) && !explicit) return ask(turn, 'didYouFinish', greeting);
  const there = rewound(turn, start);
  const again = there.listener.session ?? session;
  return returning(there, again, away, greeting, explicit);
};

/** Whether the block, heard to its end, leads out of the step it began in. */
const leadsOut = (session: Session): boolean => {
  const to = session.block?.marks.at(-1)?.place;
  const from = session.block?.marks[0]?.place;
  return to === 'end' || (from !== undefined && from !== 'end' && to !== undefined && to.step !== from.step);
};

const returning = (
  turn: Turn,
  session: Session,
  away: number,
  greeting: readonly Beat[],
  explicit: boolean,
): Outcome => {
  if (away <= sameDay) return resumeAt(turn, away, greeting);
  if (explicit) return resumeAt(fromSetUp(turn, session), away, greeting);
  if (away <= sameWeek) return ask(turn, 'finishThose', greeting);
  // Who hears the welcome again is not greeted twice.
  return fresh(turn, turn.listener.welcomed ? [lastWord(turn, session)] : []);
};

/** A word about a session that nobody comes back to any more. */
const lastWord = ({ content }: Turn, session: Session): Beat => {
  const step = stepAt(session.plan, session.place);
  return sayPhrase(content, 'beenAWhile', { shortName: step ? inForm(content, step).words.shortName : '' });
};

/** Yes to "Shall we finish those?": that exercise, from its set-up. */
export const finishThose = (turn: Turn): Outcome => {
  const { session } = turn.listener;
  if (!session) return fresh(turn);
  return resumeAt(fromSetUp(turn, session), sameDay, [], true);
};

/** "Did you finish the ballerina?": yes counts it and goes on to the next; no begins its block again. */
export const didYouFinish = (turn: Turn, didFinish: boolean): Outcome => {
  const { content, listener, now } = turn;
  const { session } = listener;
  if (!session) return fresh(turn);
  if (!didFinish) {
    const began = session.block?.marks[0]?.place;
    return resumeAt(rewound(turn, began && began !== 'end' ? began : session.place), sameDay, []);
  }
  const next = session.block ? destinationOf(session) : afterStep(session.plan, session.place);
  const heard = heardTo(content, listener, next, now);
  if (next === 'end')
    return close(
      turn,
      [sayPhrase(content, 'countedAll', { comeBack: phrase(content, 'comeBack') })],
      finished(heard, now),
    );
  return resumeAt({ ...turn, listener: heard }, sameDay, [sayPhrase(content, 'counted')]);
};
