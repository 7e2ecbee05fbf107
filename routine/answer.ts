import { settled, takenIn } from './ahead.ts';
import { announceAhead, ask } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { fresh, sideChosen } from './choosing.ts';
import { didYouFinish, finishThose, launch } from './launch.ts';
import type { AnswerEvent } from './events.ts';
import { type Ease, felt, feltExercise } from './felt.ts';
import { finishHeard, withTighterSide } from './finishing.ts';
import { inForm } from './form.ts';
import { goOnWith } from './goOn.ts';
import { running } from './history.ts';
import { inEasierForm, nextInstead, offerEasier, warn } from './hurt.ts';
import { pause, stop } from './leaving.ts';
import type { BodySide, Side } from './exercise.ts';
import * as moving from './moving.ts';
import { carryOnPaused } from './paused.ts';
import { forget, forgetting, itIsMine, notMine } from './people.ts';
import { indexOf } from './place.ts';
import { changeSide } from './sideChange.ts';
import { startFresh } from './startFresh.ts';
import { moment, momentOf } from './moment.ts';
import { steer } from './steer.ts';
import type { Asked, Outcome, Turn } from './talk.ts';
import { wait } from './waiting.ts';

type Action = (turn: Turn) => Outcome;

/** What was asked before a question in between. */
const goOnAfter: Action = (turn) => {
  const { askedBefore } = turn.talk;
  if (!askedBefore) return launch(turn, true);
  if (askedBefore === 'carryOn') return carryOnPaused(turn);
  return momentOf[askedBefore] === 'gate' || askedBefore === 'ready'
    ? announceAhead(turn, [], 'again')
    : ask(turn, askedBefore);
};

/** What yes and no mean to each question. */
const yesOrNo: Record<Asked, { readonly yes: Action; readonly no: Action }> = {
  side: { yes: (turn) => ask(turn, 'isLeft'), no: (turn) => ask(turn, 'isLeft') },
  isLeft: { yes: (turn) => sideChosen(turn, 'left'), no: (turn) => ask(turn, 'isRight') },
  isRight: { yes: (turn) => sideChosen(turn, 'right'), no: (turn) => sideChosen(turn, 'both') },
  start: { yes: (turn) => moving.begin(turn), no: wait },
  next: { yes: (turn) => moving.begin(turn), no: (turn) => wait(settled(turn)) },
  go: { yes: (turn) => moving.begin(turn), no: (turn) => wait(settled(turn)) },
  ready: { yes: (turn) => moving.begin(turn), no: wait },
  tighter: { yes: (turn) => moving.begin(turn), no: (turn) => wait(settled(turn)) },
  tighterLast: { yes: (turn) => finishHeard(turn), no: (turn) => finishHeard(turn) },
  howWasIt: { yes: (turn) => finishHeard(turn, 'aboutRight'), no: (turn) => finishHeard(turn) },
  carryOn: { yes: carryOnPaused, no: (turn) => stop(turn, false) },
  finishThose: { yes: finishThose, no: (turn) => fresh(turn, [sayPhrase(turn.content, 'thenFresh')]) },
  didYouFinish: { yes: (turn) => didYouFinish(turn, true), no: (turn) => didYouFinish(turn, false) },
  sharp: { yes: (turn) => warn(turn, 'B', false), no: (turn) => offerEasier(turn) },
  easier: { yes: inEasierForm, no: (turn) => nextInstead(turn) },
  startOver: { yes: moving.startRoutineOver, no: goOnAfter },
  isItYours: { yes: itIsMine, no: notMine },
  forgetWhom: { yes: (turn) => forgetting(turn, 'mine'), no: goOnAfter },
  reminderTime: { yes: (turn) => ask(turn, 'reminderTime'), no: goOnAfter },
};

const asksTighter = ({ talk }: Turn): boolean => talk.asked === 'tighter' || talk.asked === 'tighterLast';

const side = (turn: Turn, chosen: Side): Outcome => {
  const when = moment(turn);
  if (when === 'choosing') return sideChosen(turn, chosen);
  if (when === 'none' || when === 'finished') {
    const session = running(turn.listener);
    // "Start on my left side": the same side as what is paused is a launch, another one a fresh session.
    return session?.plan.side === chosen ? steer(turn, 'launch') : sideChosen(turn, chosen);
  }
  if (when === 'block') return changeSide(turn, chosen);
  if (asksTighter(turn)) return tighter(turn, chosen === 'both' ? 'same' : chosen);
  switch (turn.talk.asked) {
    case 'howWasIt':
      // What is left of "about right" when its first word is not caught.
      return chosen === 'right' ? finishHeard(turn, 'aboutRight') : changeSide(turn, chosen);
    case 'sharp':
      return steer(turn, 'misunderstood');
    default:
      return changeSide(turn, chosen);
  }
};

/** The side that is not the one in use. Of both there is none: in a block it hurts, else it has to be said again. */
const otherSide = (turn: Turn): Outcome => {
  const { talk, listener } = turn;
  const asked = talk.asked === 'isLeft' ? 'left' : talk.asked === 'isRight' ? 'right' : undefined;
  const used = asked ?? talk.draft?.plan.side ?? running(listener)?.plan.side ?? listener.preferences.side;
  if (asksTighter(turn) && moment(turn) !== 'block') return steer(turn, 'misunderstood');
  if (used === 'left' || used === 'right') return side(turn, used === 'left' ? 'right' : 'left');
  return steer(turn, moment(turn) === 'block' ? 'hurts' : 'misunderstood');
};

const tighter = (turn: Turn, side: BodySide | 'same'): Outcome => {
  if (moment(turn) === 'block' || !asksTighter(turn)) return tighterLater(turn, side);
  const answered: Turn = { ...turn, listener: withTighterSide(turn.listener, side) };
  const said = sayPhrase(turn.content, `tighter-${side}`);
  return turn.talk.asked === 'tighterLast'
    ? finishHeard(answered, undefined, [said])
    : moving.begin(withSecondSide(settled(answered), side));
};

/** The answer comes when the question has gone by: taken as long as what it is about was done in this session. */
const tighterLater = (turn: Turn, side: BodySide | 'same'): Outcome => {
  const { session } = takenIn(turn).listener;
  const done = session?.plan.steps.filter(({ id }) => session.completed.includes(id)) ?? [];
  const asked = done.some((step) => inForm(turn.content, step).facts.asksTighterSide);
  if (!asked || turn.talk.draft) return steer(turn, 'misunderstood');
  return goOnWith(turn, [sayPhrase(turn.content, `tighter-${side}`)], (there) =>
    withSecondSide({ ...there, listener: withTighterSide(there.listener, side) }, side),
  );
};

/** From the next exercise on the tighter side goes second in what is done on both sides. */
const withSecondSide = (there: Turn, side: BodySide | 'same'): Turn => {
  const { session } = there.listener;
  if (!session || side === 'same') return there;
  const from = indexOf(session.plan, session.place) + (session.place.set > 0 ? 1 : 0);
  const steps = session.plan.steps.map((step, i) =>
    i >= from && inForm(there.content, step).sides === 'each' ? { ...step, side } : step,
  );
  return { ...there, listener: { ...there.listener, session: { ...session, plan: { ...session.plan, steps } } } };
};

/** Questions before anything has begun. */
const beforeAny: ReadonlySet<Asked> = new Set(['side', 'finishThose', 'didYouFinish', 'isItYours']);

/** Whether "not today" is about the whole of it: nothing has begun yet. */
const comesBackLater = ({ talk }: Turn): boolean =>
  talk.asked !== undefined && (beforeAny.has(talk.asked) || (talk.asked === 'start' && talk.draft !== undefined));

/** How it felt, said before the last question: of one exercise. In the middle of it what is too much becomes easier. */
const ease = (turn: Turn, how: Ease): Outcome => {
  const when = moment(turn);
  if (when === 'lastQuestion') return finishHeard(turn, how);
  const between = when === 'gate' || when === 'waiting';
  if (how === 'tooMuch' && (!between || turn.talk.asked === 'go')) return steer(turn, 'tooStrong');
  if (how === 'aboutRight' && when === 'block') return moving.carryOn(turn);
  const exercise = between || when === 'block' || turn.talk.asked === 'carryOn' ? feltExercise(turn) : undefined;
  if (exercise !== undefined) return felt(turn, exercise, how);
  if (how === 'tooMuch') return steer(turn, 'tooStrong');
  return how === 'tooEasy' && turn.talk.asked
    ? goOnWith(turn, [sayPhrase(turn.content, 'tellMeAfter')])
    : steer(turn, 'misunderstood');
};

/** An answer, resolved by the question that is open; in a block, read as what it means there. */
export const answer = (turn: Turn, event: AnswerEvent): Outcome => {
  const now = moment(turn);
  const asked = turn.talk.asked;
  switch (event.answer) {
    case 'side':
      return side(turn, event.side);
    case 'otherSide':
      return otherSide(turn);
    case 'tighter':
      if (now === 'choosing') return sideChosen(turn, event.side === 'same' ? 'both' : event.side);
      return tighter(turn, event.side);
    case 'unsure':
      if (now === 'choosing' || now === 'none' || turn.talk.draft) return side(turn, 'both');
      return now !== 'block' && asksTighter(turn) ? tighter(turn, 'same') : steer(turn, 'misunderstood');
    case 'yes':
      if (!asked) return steer(turn, 'resume');
      return now === 'block' ? moving.carryOn(turn) : yesOrNo[asked].yes(turn);
    case 'no':
      if (!asked) return steer(turn, 'misunderstood');
      return now === 'block' ? pause(turn, true) : yesOrNo[asked].no(turn);
    case 'notNow':
      return now !== 'block' && comesBackLater(turn)
        ? stop(turn, false)
        : answer(turn, { kind: 'answer', answer: 'no' });
    case 'whom':
      if (asked === 'forgetWhom') return forgetting(turn, event.whom);
      // "Forget everyone" at once: asked all the same, as nothing brings it back.
      return event.whom === 'everyone' ? forget(turn) : steer(turn, 'misunderstood');
    case 'fresh':
      return startFresh(turn);
    case 'aboutRight':
    case 'tooEasy':
    case 'tooMuch':
      return ease(turn, event.answer);
    case 'thanks':
      return asked === 'howWasIt' && now !== 'block'
        ? finishHeard(turn, 'aboutRight')
        : goOnWith(turn, [sayPhrase(turn.content, 'youreWelcome')]);
  }
};
