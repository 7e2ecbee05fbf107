import { ahead, locatedNow, settled, stepAhead } from './ahead.ts';
import { announceAhead, ask } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { backInSeconds, backTo, speakBlock } from './block.ts';
import { inForm } from './form.ts';
import { heardTo, rested } from './history.ts';
import { release } from './leaving.ts';
import { leavingOut } from './leftOut.ts';
import type { Place } from './listener.ts';
import { afterStep, beforeStep, indexOf, startOf, stepAt } from './place.ts';
import { finish } from './finishing.ts';
import { askedBefore, close, type Outcome, type Turn } from './talk.ts';

/** The turn with what is ahead put somewhere else in the plan. */
export const movedTo = (turn: Turn, place: Place): Turn => {
  const { listener, talk } = turn;
  if (talk.draft) return { ...turn, talk: { ...talk, draft: { ...talk.draft, place } } };
  if (!listener.session) return turn;
  const { block: _, ended: __, ...session } = listener.session;
  return { ...turn, listener: { ...listener, session: { ...session, place } } };
};

/** The place of the block where it is, for an event said in it; the block's own start if that cannot be told. */
const here = (turn: Turn): Place => {
  const place = locatedNow(turn);
  const session = turn.listener.session;
  if (place && place !== 'end') return place;
  if (!session) throw new Error('No session to move in');
  return session.place;
};

/** The turn located in its block: heard up to the place it is at. */
const located = (turn: Turn): Turn => ({
  ...turn,
  listener: heardTo(turn.content, turn.listener, here(turn), turn.now),
});

const nameOf = (turn: Turn, place: Place): string => {
  const found = ahead(turn);
  const step = found && stepAt(found.plan, place);
  return step ? inForm(turn.content, step).words.shortName : '';
};

/** Yes at a gate: the block that was announced. */
export const begin = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const there = settled(turn);
  const place = ahead(there)?.place;
  if (!place) throw new Error('Nothing ahead to begin');
  // Whoever was just asked from the set-up position stays in it; a set-up starts from where they are.
  return speakBlock(there, { place, before, ...(place.set === 0 ? { from: turn.talk.position ?? 'standing' } : {}) });
};

/** "Carrying on", and the set they were in. */
export const carryOn = (turn: Turn, words: 'carryingOn' | 'carryingOnAnyway' = 'carryingOn'): Outcome => {
  const there = located(turn);
  return backTo(there, here(turn), [sayPhrase(turn.content, words)]);
};

/** "Ready" in a block: the set they were in, at once. From the set-up on that is the first set. */
export const setAtOnce = (turn: Turn): Outcome => {
  const place = here(turn);
  const there = located(turn);
  return backTo(there, place.set === 0 ? { ...place, set: 1 } : place, [], { from: undefined });
};

/** The short instruction, then the set they were in. */
export const repeatBlock = (turn: Turn): Outcome => backTo(located(turn), here(turn), [], { remind: true });

/** Out of this exercise, and the next one announced; after the last, the session is finished. */
export const skip = (turn: Turn): Outcome => {
  const out = release(turn);
  const there = located(turn);
  const found = ahead(there);
  if (!found) throw new Error('No plan to skip in');
  const next = afterStep(found.plan, here(turn));
  if (next === 'end') return finish(there, undefined, out);
  return announceAhead(movedTo(there, next), out);
};

/** Leaves out what was announced, says so, and announces what follows. */
export const leaveOut = (turn: Turn): Outcome => {
  const there = settled(turn);
  const found = ahead(there);
  if (!found) throw new Error('Nothing ahead to leave out');
  const again = there.listener.session?.completed.includes(found.place.step) && !turn.talk.draft;
  const left = sayPhrase(turn.content, 'leftOut', { shortName: nameOf(there, found.place) });
  const said = again ? [] : [left];
  const step = stepAt(found.plan, found.place);
  const next = afterStep(found.plan, found.place);
  // What was only offered ends nothing: a session that is paused stays so.
  if (next === 'end' && turn.talk.draft) return close(turn, [...said, sayPhrase(turn.content, 'goodbyeDone')]);
  if (next === 'end') return finish(there, undefined, said);
  const announced = announceAhead(movedTo({ ...there, talk: { ...there.talk, asked: 'next' } }, next), said);
  return step && !again ? leavingOut(announced, found.plan, step.exercise) : announced;
};

/** Back from a gate: the exercise before the one announced. */
export const previousAtGate = (turn: Turn): Outcome => {
  const there = settled(turn);
  const found = ahead(there);
  if (!found) throw new Error('Nothing ahead to go back from');
  const step = stepAhead(there);
  const before = step && found.place.set > 0 ? startOf(step) : beforeStep(found.plan, found.place);
  return announceAhead(movedTo(there, before), [], 'again');
};

/** Back in a block: the exercise before; on the first, its first set. */
export const previousInBlock = (turn: Turn): Outcome => {
  const place = here(turn);
  const there = located(turn);
  const found = ahead(there);
  if (!found) throw new Error('No plan to go back in');
  if (indexOf(found.plan, place) <= 0) return restart(turn);
  return announceAhead(movedTo(there, beforeStep(found.plan, place)), release(turn), 'again');
};

/** This exercise from its first set; from the set-up where that is not over. */
export const restart = (turn: Turn): Outcome => {
  const place = here(turn);
  const first: Place = { ...startOf({ id: place.step }), set: Math.min(place.set, 1) };
  return backTo(located(turn), first, [sayPhrase(turn.content, 'fromTheStart')], {
    remind: true,
    getReady: backInSeconds,
  });
};

/** The exercise just announced, from its start. */
export const restartAtGate = (turn: Turn): Outcome => {
  const there = settled(turn);
  const step = stepAhead(there);
  if (!step) throw new Error('Nothing ahead to start over');
  return begin(movedTo(there, startOf(step)));
};

/** The last exercise again, after the last question. */
export const lastAgain = (turn: Turn): Outcome => {
  const last = turn.listener.session?.plan.steps.at(-1);
  if (!last) throw new Error('No exercise to do again');
  return begin(movedTo(settled(turn), startOf(last)));
};

/** The whole routine from its start is asked for: confirmed first. What is under way rests where it is. */
export const askStartOver = (turn: Turn, inBlock: boolean): Outcome => {
  const out = inBlock ? release(turn) : [];
  const there = inBlock
    ? { ...turn, listener: rested(located(turn).listener, 'paused', turn.now) }
    : turn.talk.draft
      ? turn
      : settled(turn);
  return ask(
    { ...there, talk: { ...there.talk, askedBefore: askedBefore(turn, 'startOver', inBlock) } },
    'startOver',
    out,
  );
};

/** The whole routine from its start. */
export const startRoutineOver = (turn: Turn): Outcome => {
  const found = ahead(turn);
  const first = found?.plan.steps[0];
  if (!first) throw new Error('No routine to start over');
  return announceAhead(movedTo(settled(turn), startOf(first)), [], 'again');
};

/** What was announced, once more. */
export const announceOnceMore = (turn: Turn): Outcome => announceAhead(settled(turn), [], 'again');

/** Next, while it is paused: the exercise after the one that waits. */
export const leaveWhereItIs = (turn: Turn): Outcome => {
  const found = ahead(turn);
  if (!found) throw new Error('Nothing paused to leave');
  const next = afterStep(found.plan, found.place);
  return next === 'end' ? finish(turn) : announceAhead(movedTo(turn, next));
};

/** Back, while it is paused: the exercise before; on the first, its first set. */
export const previousPaused = (turn: Turn): Outcome => {
  const found = ahead(turn);
  if (!found) throw new Error('Nothing paused to go back from');
  if (indexOf(found.plan, found.place) <= 0) return restartPaused(turn);
  return announceAhead(movedTo(turn, beforeStep(found.plan, found.place)), [], 'again');
};

/** Start over, while it is paused: this exercise from its first set. */
export const restartPaused = (turn: Turn): Outcome => {
  const found = ahead(turn);
  if (!found) throw new Error('Nothing paused to start over');
  if (turn.talk.asked === 'sharp' || turn.talk.asked === 'easier') return announceAhead(turn);
  if (turn.talk.draft) return begin(turn);
  return restart(movedTo(turn, found.place));
};
