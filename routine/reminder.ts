import { ask } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { daysOfWeek, type Reminder, type ReminderResult, type Weekday } from './events.ts';
import { takenIn } from './ahead.ts';
import { goOnWith } from './goOn.ts';
import { rested } from './history.ts';
import { release } from './leaving.ts';
import type { Content } from './words.ts';
import { listed, phrase } from './phrases.ts';
import { moment } from './moment.ts';
import { setAside } from './people.ts';
import { askedBefore, close, type Outcome, type Turn } from './talk.ts';

/** "eight in the morning" is the voice's business: it reads a time as its language does. */
const timeOf = (content: Content, { at }: Reminder): string => {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const time = new Date(Date.UTC(2000, 0, 1, hour, minute));
  const whole: Intl.DateTimeFormatOptions = { hour: 'numeric', timeZone: 'UTC' };
  const style: Intl.DateTimeFormatOptions = minute === 0 ? whole : { ...whole, minute: '2-digit' };
  return new Intl.DateTimeFormat(content.locale, style).format(time).replace(/\s/g, ' ');
};

/** A Monday, from which the names of the days are read. */
const firstOfWeek = Date.UTC(2000, 0, 3);
const dayLength = 24 * 60 * 60 * 1000;

/** "Monday, Wednesday, and Friday"; Monday to Friday has a word of its own. */
const daysOf = (content: Content, every: readonly Weekday[]): string => {
  if (every.length === 5 && !every.includes('saturday') && !every.includes('sunday')) return phrase(content, 'weekday');
  const name = new Intl.DateTimeFormat(content.locale, { weekday: 'long', timeZone: 'UTC' });
  return listed(
    content,
    every.map((day) => name.format(firstOfWeek + daysOfWeek.indexOf(day) * dayLength)),
  );
};

const dayOf = (content: Content, { day, date }: Reminder): string => {
  if (day) return phrase(content, day);
  if (!date) return phrase(content, 'today');
  const style = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return phrase(content, 'onDate', {
    date: new Intl.DateTimeFormat(content.locale, style).format(new Date(`${date}T00:00:00Z`)),
  });
};

const told = (content: Content, reminder: Reminder): string => {
  const { every } = reminder;
  const time = timeOf(content, reminder);
  if (every.length === 0) return phrase(content, 'reminderOnce', { time, day: dayOf(content, reminder) });
  if (every.length === daysOfWeek.length) return phrase(content, 'reminderDaily', { time });
  return phrase(content, 'reminderWeekly', { time, days: daysOf(content, every) });
};

const words = (content: Content, result: ReminderResult): Beat => {
  switch (result.did) {
    case 'set':
      return sayPhrase(content, 'reminderSet', { when: told(content, result) });
    case 'changed':
      return sayPhrase(content, 'reminderChanged', { when: told(content, result) });
    case 'listed': {
      const all = result.reminders.map((one) => told(content, one));
      return all.length === 0
        ? sayPhrase(content, 'reminderNone')
        : sayPhrase(content, 'reminderListed', { when: listed(content, all) });
    }
    case 'cancelled':
      return sayPhrase(content, result.count === 0 ? 'reminderNone' : 'reminderCancelled');
    case 'none':
      return sayPhrase(content, 'reminderNone');
    case 'refused':
      return sayPhrase(content, 'reminderRefused');
    case 'unsupported':
      return sayPhrase(content, 'reminderUnsupported');
    case 'tooMany':
      return sayPhrase(content, 'reminderTooMany');
    case 'down':
      return sayPhrase(content, 'reminderDown');
    case 'asksPermission':
      return sayPhrase(content, 'reminderAsksPermission');
    case 'needsTime':
      return sayPhrase(content, 'reminderNeedsTime');
  }
};

/**
 * What became of a wish about reminders, then on as before. Where Alexa asks for permission in between, the session
 * rests, and `talk` holds the question to come back to: her answer opens a new Alexa session.
 */
export const reminder = (turn: Turn, result: ReminderResult): Outcome => {
  const { content, talk } = turn;
  const said = words(content, result);
  const when = moment(turn);
  const out = when === 'block' && (result.did === 'asksPermission' || result.did === 'needsTime') ? release(turn) : [];
  const before = askedBefore(turn, 'reminderTime', when === 'block');
  if (result.did === 'asksPermission') {
    // After the last question the session is over: nothing is left to ask.
    const asked = when === 'lastQuestion' ? undefined : before;
    return { ...close(setAside(turn), [...out, said]), talk: { ...talk, asked, opensAt: undefined } };
  }
  if (result.did === 'needsTime') {
    const there = takenIn(turn);
    const paused = when === 'block' ? { ...there, listener: rested(there.listener, 'paused', turn.now) } : there;
    return ask({ ...paused, talk: { ...talk, askedBefore: before } }, 'reminderTime', out);
  }
  if (talk.asked === 'reminderTime') {
    return talk.askedBefore ? ask(turn, talk.askedBefore, [said]) : close(turn, [said]);
  }
  return goOnWith(turn, [said]);
};
