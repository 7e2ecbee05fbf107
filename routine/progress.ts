import { type Beat, sayPhrase } from './beats.ts';
import type { Instant } from './exercise.ts';
import { takenIn } from './ahead.ts';
import { heardOut } from './finishing.ts';
import { finished } from './history.ts';
import type { Listener } from './listener.ts';
import { moment } from './moment.ts';
import type { Content } from './words.ts';
import { phrase } from './phrases.ts';
import type { Turn } from './talk.ts';

const day = 24 * 60 * 60 * 1000;
const week = 7 * day;

/** What is remembered, with the session under way taken in as far as it got. */
const tallied = (turn: Turn): Listener =>
  finished((moment(turn) === 'lastQuestion' ? heardOut(turn) : takenIn(turn)).listener, turn.now);

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
  const { content } = turn;
  const listener = tallied(turn);
  if (listener.totals.sessions === 0) return [sayPhrase(content, 'nothingDoneYet')];
  return [
    sayPhrase(content, 'doneInAll', { count: listener.totals.sessions, time: inAll(content, listener.totals.minutes) }),
    ...thisWeek(turn),
  ];
};

/** "This week?" */
export const thisWeek = (turn: Turn): Beat[] => {
  const { content, now } = turn;
  const listener = tallied(turn);
  return [
    sayPhrase(content, 'doneThisWeek', { count: sessionsThisWeek(listener, now) }),
    ...towardsGoal(content, listener, now),
  ];
};

/** "How many minutes?" */
export const minutesDone = (turn: Turn): Beat[] => {
  const { content, now } = turn;
  const listener = tallied(turn);
  if (listener.totals.sessions === 0) return [sayPhrase(content, 'nothingDoneYet')];
  const recent = listener.history
    .filter(({ endedAt }) => now - endedAt < week)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return [sayPhrase(content, 'minutesDone', { count: recent, time: inAll(content, listener.totals.minutes) })];
};

/** "How long have I been going?": of the session that runs; with none, of all. */
export const soFar = (turn: Turn): Beat[] => {
  const { session } = (moment(turn) === 'lastQuestion' ? heardOut(turn) : takenIn(turn)).listener;
  if (!session || turn.talk.draft || session.alexaSession !== turn.talk.alexaSession) return minutesDone(turn);
  return [sayPhrase(turn.content, 'soFar', { count: Math.round(session.seconds / 60) })];
};

/** "When was the last time?" */
export const lastTime = (turn: Turn): Beat[] => {
  const { content, talk, now } = turn;
  // What goes on here is no last time.
  const listener = turn.listener.session?.alexaSession === talk.alexaSession ? turn.listener : tallied(turn);
  const last = listener.history.at(-1);
  if (!last) return [sayPhrase(content, 'nothingDoneYet')];
  const days = Math.floor((now - last.endedAt) / day);
  const when =
    days === 0
      ? phrase(content, 'today')
      : days === 1
        ? phrase(content, 'yesterday')
        : phrase(content, 'daysAgo', { count: days });
  return [sayPhrase(content, 'lastTime', { when, count: last.minutes })];
};
