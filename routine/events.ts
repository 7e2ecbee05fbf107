import type { BodySide, ExerciseId, RoutineId, Side } from './model.ts';

/** What a person can do to a routine that runs. Every one is a column of the steer table. */
export type Steering =
  | 'launch'
  | 'resume'
  | 'ready'
  | 'done'
  | 'pause'
  | 'wait'
  | 'next'
  | 'previous'
  | 'repeat'
  | 'startOver'
  | 'startOverRoutine'
  | 'stop'
  | 'ended'
  | 'misunderstood'
  | 'hurts'
  | 'tooStrong'
  | 'warningA'
  | 'warningB';

/** Why Alexa ended its session, in Amazon's words. */
export type EndReason = 'USER_INITIATED' | 'ERROR' | 'EXCEEDED_MAX_REPROMPTS';

export type SteerEvent = {
  readonly kind: 'steer';
  readonly steer: Steering;
  /** Of `ended` only. */
  readonly reason?: EndReason;
};

export type Answer =
  | { readonly answer: 'yes' | 'no' | 'aboutRight' | 'tooEasy' | 'tooMuch' | 'fresh' }
  /** "I'm not sure", "it doesn't hurt today". */
  | { readonly answer: 'unsure' }
  /** "left"; of the question which side felt tighter, also "the same". */
  | { readonly answer: 'side'; readonly side: Side }
  | { readonly answer: 'tighter'; readonly side: BodySide | 'same' };
export type AnswerEvent = { readonly kind: 'answer' } & Answer;

export type Wish =
  /** "no ball", "no book": an equipment id. */
  | { readonly wish: 'without'; readonly thing: string }
  /** "start the book stretch", "the full routine". */
  | { readonly wish: 'routine'; readonly routine: RoutineId }
  | { readonly wish: 'exercise'; readonly exercise: ExerciseId };
export type WishEvent = { readonly kind: 'wish' } & Wish;

export type QuestionEvent = { readonly kind: 'question'; readonly question: 'help' };

/**
 * What was said or done, as the engine understands it. `opens` is true where it opened the Alexa session (a one-shot).
 */
export type Event = (SteerEvent | AnswerEvent | WishEvent | QuestionEvent) & { readonly opens?: boolean };
