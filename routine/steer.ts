import { ahead, settled } from './ahead.ts';
import { ask, mayBeginItself } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { launch } from './launch.ts';
import type { Steering } from './events.ts';
import { finishHeard } from './finishing.ts';
import { running } from './history.ts';
import { hurts, hurtsElsewhere, tooStrong, warn } from './hurt.ts';
import { pause, pauseLonger, stop } from './leaving.ts';
import * as moving from './moving.ts';
import { donePaused, nextPaused, notUnderstoodPaused, resumePaused } from './paused.ts';
import { type Moment, moment } from './moment.ts';
import type { Outcome, Turn } from './talk.ts';
import { askNamed, wait } from './waiting.ts';

type Action = (turn: Turn) => Outcome;
/** Everything but `ended`, which can answer nothing: see leaving.ts. */
export type Spoken = Exclude<Steering, 'ended'>;

/** Opens with a word of steering: what runs is gone on with, else there is nothing to carry on with. */
const resumeFirst: Action = (turn) => launch(turn, true);
const askAgain: Action = (turn) => ask(turn, turn.talk.asked ?? 'side');
const notUnderstoodAtGate: Action = (turn) => {
  const there = settled(turn);
  if (!mayBeginItself(there)) return askNamed(there);
  if (turn.talk.misunderstood > 0) return moving.begin(there, [sayPhrase(turn.content, 'startingIt')]);
  return askNamed(there);
};

const anywhere = {
  launch: (turn: Turn) => launch(turn),
  hurts: (turn: Turn) => hurts(turn, false),
  hurtsElsewhere: (turn: Turn) => hurtsElsewhere(turn, false),
  tooStrong: (turn: Turn) => tooStrong(turn, false),
  warningA: (turn: Turn) => warn(turn, 'A', false),
  warningB: (turn: Turn) => warn(turn, 'B', false),
  stop: (turn: Turn) => stop(turn, false),
};

/** Nothing is open: the words came with the invocation, or the last session is over. */
const opening: Record<Spoken, Action> = {
  ...anywhere,
  resume: resumeFirst,
  ready: resumeFirst,
  done: resumeFirst,
  pause: resumeFirst,
  wait: resumeFirst,
  next: resumeFirst,
  previous: resumeFirst,
  repeat: resumeFirst,
  startOver: resumeFirst,
  startOverRoutine: (turn) => (running(turn.listener) ? ask(turn, 'startOver') : fresh(turn)),
  misunderstood: (turn) => launch(turn),
};

const gate: Record<Spoken, Action> = {
  ...anywhere,
  // At a fresh gate "resume" is about the session that is paused, if there is one.
  resume: (turn) => (turn.talk.draft && running(turn.listener) ? resumeFirst(turn) : moving.begin(turn)),
  ready: (turn) => moving.begin(turn),
  done: (turn) => moving.begin(turn),
  pause: (turn) => pause(turn, false),
  wait: (turn) => wait(settled(turn)),
  next: moving.leaveOut,
  previous: moving.previousAtGate,
  repeat: moving.announceOnceMore,
  startOver: moving.restartAtGate,
  startOverRoutine: (turn) => moving.askStartOver(turn, false),
  misunderstood: notUnderstoodAtGate,
};

/** Where no session runs there is nowhere to go: the question stays. */
const somewhere =
  (action: Action): Action =>
  (turn) =>
    ahead(turn) ? action(turn) : askAgain(turn);

const paused: Record<Spoken, Action> = {
  ...anywhere,
  resume: resumePaused,
  ready: resumePaused,
  done: donePaused,
  pause: pauseLonger,
  wait: pauseLonger,
  next: somewhere(nextPaused),
  previous: somewhere(moving.previousPaused),
  repeat: askAgain,
  startOver: somewhere(moving.restartPaused),
  startOverRoutine: somewhere((turn) => moving.askStartOver(turn, false)),
  misunderstood: notUnderstoodPaused,
};

/** What each word of steering does at each moment. Every cell has its row in test/routine/steer.test.ts. */
export const steerTable: Record<Moment, Record<Spoken, Action>> = {
  none: opening,
  finished: opening,
  choosing: {
    ...anywhere,
    resume: askAgain,
    ready: askAgain,
    done: askAgain,
    pause: wait,
    wait,
    next: askAgain,
    previous: askAgain,
    repeat: askAgain,
    startOver: askAgain,
    startOverRoutine: askAgain,
    misunderstood: askNamed,
  },
  gate,
  waiting: { ...gate, misunderstood: wait },
  block: {
    launch: anywhere.launch,
    resume: (turn) => moving.carryOn(turn),
    ready: moving.setAtOnce,
    done: moving.skip,
    pause: (turn) => pause(turn, true),
    wait: (turn) => pause(turn, true),
    next: moving.skip,
    previous: moving.previousInBlock,
    repeat: moving.repeatBlock,
    startOver: moving.restart,
    startOverRoutine: (turn) => moving.askStartOver(turn, true),
    misunderstood: (turn) => moving.carryOn(turn, 'carryingOnAnyway'),
    hurts: (turn) => hurts(turn, true),
    hurtsElsewhere: (turn) => hurtsElsewhere(turn, true),
    tooStrong: (turn) => tooStrong(turn, true),
    warningA: (turn) => warn(turn, 'A', true),
    warningB: (turn) => warn(turn, 'B', true),
    stop: (turn) => stop(turn, true),
  },
  paused,
  lastQuestion: {
    ...anywhere,
    resume: (turn) => finishHeard(turn),
    ready: (turn) => finishHeard(turn),
    done: (turn) => finishHeard(turn),
    // Here a pause or a stop closes what is done, wherever the clock would put it in the last set.
    pause: (turn) => finishHeard(turn),
    stop: (turn) => finishHeard(turn),
    wait,
    // There it is how it was, and not a thing to do again.
    tooStrong: (turn) => finishHeard(turn, 'tooMuch'),
    next: (turn) => finishHeard(turn),
    previous: moving.lastAgain,
    repeat: askAgain,
    startOver: moving.lastAgain,
    startOverRoutine: (turn) => moving.askStartOver(turn, false),
    misunderstood: askNamed,
  },
};

/** One word of steering at the moment it was said. */
export const steer = (turn: Turn, word: Spoken): Outcome => steerTable[moment(turn)][word](turn);
