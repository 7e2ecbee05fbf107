import { type Beat, sayPhrase } from './beats.ts';
import type { Instant } from './exercise.ts';
import type { Listener } from './listener.ts';
import type { Content } from './words.ts';
import { phrase } from './phrases.ts';
import type { Turn } from './talk.ts';

const day = 24 * 60 * 60 * 1000;
const week = 7 * day;

/** Sessions of the last seven days: rest days in between cost nothing. */
const sessionsThisWeek = ({ history }: Listener, now: Instant): number =>
  history.filter(({ endedAt }) => now - endedAt < week).length;

/** What is true about the goal, where there is one: reached, or how many are to go. */
const towardsGoal = (content: Content, listener: Listener, now: Instant): Beat[] => {
  const { goal } = listener.preferences;
  if (!goal) return [];
  const left = goal - sessionsThisWeek(listener, now);
  return [left <= 0 ? sayPhrase(content, 'goalReached') : sayPhrase(content, 'goalLeft', { count: left })];
};

/** From two hours on nobody counts in minutes. */
const inHoursFrom = 120;

const inAll = (content: Content, minutes: number): string =>
  minutes < inHoursFrom
    ? phrase(content, 'timeInMinutes', { count: minutes })
    : phrase(content, 'timeInHours', { count: Math.round(minutes / 60) });

/** "How am I doing?" */
export const progress = (turn: Turn): Beat[] => {
  const { content, listener } = turn;
  if (listener.totals.sessions === 0) return [sayPhrase(content, 'nothingDoneYet')];
  return [
    sayPhrase(content, 'doneInAll', { count: listener.totals.sessions, time: inAll(content, listener.totals.minutes) }),
    ...thisWeek(turn),
  ];
};

/** "This week?" */
export const thisWeek = ({ content, listener, now }: Turn): Beat[] => [
  sayPhrase(content, 'doneThisWeek', { count: sessionsThisWeek(listener, now) }),
  ...towardsGoal(content, listener, now),
];

/** "How many minutes?" */
export const minutesDone = ({ content, listener, now }: Turn): Beat[] => {
  const recent = listener.history.filter(({ endedAt }) => now - endedAt < week).reduce((sum, { minutes }) => sum + minutes, 0);
  return [sayPhrase(content, 'minutesDone', { count: recent, time: inAll(content, listener.totals.minutes) })];
};

/** "When was the last time?" */
export const lastTime = ({ content, listener, now }: Turn): Beat[] => {
  const last = listener.history.at(-1);
  if (!last) return [sayPhrase(content, 'nothingDoneYet')];
  const days = Math.floor((now - last.endedAt) / day);
  const when = days === 0 ? phrase(content, 'today') : days === 1 ? phrase(content, 'yesterday') : phrase(content, 'daysAgo', { count: days });
  return [sayPhrase(content, 'lastTime', { when, count: last.minutes })];
};
