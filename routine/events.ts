import type { BodySide, ExerciseId, RoutineId, Side } from './exercise.ts';
import type { Session } from './listener.ts';

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
  /** Something else than the back or a leg does. */
  | 'hurtsElsewhere'
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
  /**
   * Of `launch` and `resume` that open the Alexa session: the account's only session under way, where nobody's voice
   * was recognised and nothing of the listener's own runs.
   */
  readonly found?: Session;
};

export type Answer =
  | { readonly answer: 'yes' | 'no' | 'notNow' | 'aboutRight' | 'tooEasy' | 'tooMuch' | 'fresh' | 'thanks' }
  /** "I'm not sure", "it doesn't hurt today". */
  | { readonly answer: 'unsure' }
  /** "left"; of the question which side felt tighter, also "the same". */
  | { readonly answer: 'side'; readonly side: Side }
  /** "It hurts on the other side now." */
  | { readonly answer: 'otherSide' }
  | { readonly answer: 'tighter'; readonly side: BodySide | 'same' }
  /** Whom to forget. */
  | { readonly answer: 'whom'; readonly whom: 'mine' | 'everyone' };
export type AnswerEvent = { readonly kind: 'answer' } & Answer;

/** What can be had more or less of. More pace is slower: more seconds to move. */
export type Tuned = 'pace' | 'rests' | 'holds' | 'getReady';

/** Days of the week, in their order. */
export const daysOfWeek = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof daysOfWeek)[number];

/** A reminder as Alexa has it, in the time of the device. */
export interface Reminder {
  /** '08:00' */
  readonly at: string;
  /** On which days it recurs, in their order; none: it rings once. */
  readonly every: readonly Weekday[];
  /** Of one that rings once, where it is near; else `date` tells. */
  readonly day?: 'today' | 'tomorrow';
  /** '2026-11-25' */
  readonly date?: string;
}

/** What became of a wish about reminders, as the shell found out from Alexa. */
export type ReminderResult =
  | ({ readonly did: 'set' | 'changed' } & Reminder)
  | { readonly did: 'listed'; readonly reminders: readonly Reminder[] }
  | { readonly did: 'cancelled'; readonly count: number }
  /** "Change it", and there is none. */
  | { readonly did: 'none' }
  | { readonly did: 'needsTime' | 'asksPermission' | 'refused' | 'unsupported' | 'tooMany' | 'down' };

/** Where somebody wants to exercise. */
export type Whereabouts = 'standing' | 'floor' | 'bed';

/** What else one sentence may say of a session: "ten minutes, standing only, no ball, for my left side". */
export interface Besides {
  readonly position?: Whereabouts;
  readonly nothingToFetch?: boolean;
  /** An equipment id. */
  readonly without?: string;
  readonly side?: Side;
  /** An id of `leaveOutWith`: "standing only, my knee is bad". */
  readonly condition?: string;
}

export type Wish =
  /** "no ball", "no book": an equipment id. */
  | { readonly wish: 'without'; readonly thing: string }
  /** "I've got a band": an equipment id. */
  | { readonly wish: 'with'; readonly thing: string }
  /** "start the book stretch", "the full routine on my left side". */
  | { readonly wish: 'routine'; readonly routine: RoutineId; readonly side?: Side }
  | { readonly wish: 'exercise'; readonly exercise: ExerciseId; readonly side?: Side }
  | ({ readonly wish: 'minutes'; readonly minutes: number } & Besides)
  | ({ readonly wish: 'position'; readonly position: Whereabouts } & Besides)
  | { readonly wish: 'nothingToFetch' }
  /** "slower", "shorter rests"; remembered. */
  | { readonly wish: 'tune'; readonly what: Tuned; readonly by: 'more' | 'less' }
  /** "less talking", "full instructions", "the usual"; remembered. */
  | { readonly wish: 'words'; readonly words: 'less' | 'full' | 'usual' }
  /** "run straight through", "wait for me"; remembered. */
  | { readonly wish: 'runThrough'; readonly on: boolean }
  /** "Wait for me": the end of running straight through; where it does not run through, a moment to get ready. */
  | { readonly wish: 'waitForMe' }
  /** "skip the corkscrew": today. */
  | { readonly wish: 'leaveOut'; readonly exercise: ExerciseId }
  /** "never this one", "bring the corkscrew back"; without an exercise the current one, or what was just left out. */
  | { readonly wish: 'never' | 'bringBack'; readonly exercise?: ExerciseId }
  /** "my goal is four a week". */
  | { readonly wish: 'goal'; readonly perWeek: number }
  /** "I'm pregnant", "I take blood thinners": an id of `leaveOutWith`. For this session, stored nowhere. */
  | { readonly wish: 'condition'; readonly condition: string }
  /** An offered number, 0 to 10. */
  | { readonly wish: 'pain'; readonly level: number }
  | { readonly wish: 'someoneElse' }
  /** "It's me again"; `guest` where somebody else was speaking, as the shell knows. */
  | { readonly wish: 'meAgain'; readonly guest?: boolean }
  | { readonly wish: 'forget' }
  | { readonly wish: 'reminder'; readonly result: ReminderResult };
export type WishEvent = { readonly kind: 'wish' } & Wish;

export type Question =
  | 'help'
  /** "How do I do this", "I don't get it", "tell me more". */
  | 'explain'
  | 'howLong'
  | 'howMany'
  | 'whatsNext'
  /** "What will we do today": all of it by name. */
  | 'today'
  | 'whatDoINeed'
  | 'whichSide'
  | 'whichLeg'
  | 'whichArm'
  /** "Is the corkscrew in today's routine": only with an exercise. */
  | 'inToday'
  | 'purpose'
  | 'progress'
  | 'thisWeek'
  | 'lastTime'
  | 'minutesDone'
  /** "How long have I been going": of this session. */
  | 'soFar'
  | 'choices'
  /** "Louder": that is Alexa's. */
  | 'volume'
  | 'whatDoYouKnow'
  /** "Do you record me". */
  | 'recordMe'
  /** "Am I doing it right". */
  | 'amIRight'
  /** "Is this meant to hurt a bit". */
  | 'meantToHurt'
  | 'whyNoStrength';
export type QuestionEvent = {
  readonly kind: 'question';
  readonly question: Question;
  /** "What is the corkscrew good for": without one it is about the exercise that is on. */
  readonly exercise?: ExerciseId;
};

/**
 * What was said or done, as the engine understands it. `opens` is true where it opened the Alexa session (a one-shot).
 */
export type Event = (SteerEvent | AnswerEvent | WishEvent | QuestionEvent) & { readonly opens?: boolean };
