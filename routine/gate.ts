import { announce } from './announce.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { inForm } from './form.ts';
import type { Listener, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import type { Destination } from './narrate.ts';
import { stepAt } from './place.ts';
import type { Asked } from './talk.ts';

/** Whether the question which side felt tighter is due after this step: asked until answered once. */
const asksTighter = (content: Content, listener: Listener, done: Step): boolean =>
  listener.preferences.secondSide === undefined && inForm(content, done).facts.asksTighterSide === true;

/** The question a block that leads there ends in. */
export const questionAfter = (content: Content, listener: Listener, to: Destination): Asked => {
  switch (to.after) {
    case 'setUp':
    case 'rest':
      return 'go';
    case 'step':
      return asksTighter(content, listener, to.done) ? 'tighter' : 'next';
    case 'plan':
      return asksTighter(content, listener, to.done) ? 'tighterLast' : 'howWasIt';
  }
};

/** What a block says after its last set: what was done, what comes next and, as its last sentence, the question. */
export const closingQuestion = (content: Content, listener: Listener, plan: Plan, to: Destination): Beat[] => {
  const question = sayPhrase(content, questionPhrase[questionAfter(content, listener, to)]);
  switch (to.after) {
    case 'setUp':
      // Who knows it needs not be told where it ends.
      return stepAt(plan, to.next)?.level === 'full' ? [sayPhrase(content, 'thatsTheSetUp'), question] : [question];
    case 'rest':
      return [sayPhrase(content, 'setsToGo', { count: to.setsToGo }), question];
    case 'step': {
      const next = stepAt(plan, to.next);
      return [sayPhrase(content, 'done'), ...(next ? announce(content, listener, next, 'next') : []), question];
    }
    case 'plan':
      return [
        sayPhrase(content, 'allDone', { count: new Set(plan.steps.map(({ exercise }) => exercise)).size }),
        question,
      ];
  }
};

/** The bare question, by what is asked. Those with values have their own place to be spoken. */
export const questionPhrase = {
  side: 'askSide',
  isLeft: 'isItTheLeft',
  isRight: 'isItTheRight',
  start: 'shallWe',
  next: 'shallWe',
  go: 'shallWe',
  ready: 'readyToBegin',
  tighter: 'whichSideTighter',
  tighterLast: 'whichSideTighter',
  howWasIt: 'howWasIt',
  carryOn: 'shallWeCarryOn',
  finishThose: 'shallWeFinishThose',
  didYouFinish: 'didYouFinish',
  sharp: 'isItSharp',
  easier: 'carryOnEasier',
  startOver: 'wholeRoutineAgain',
  isItYours: 'isItYours',
  forgetWhom: 'forgetWhom',
  reminderTime: 'reminderNeedsTime',
} as const satisfies Record<Asked, string>;
