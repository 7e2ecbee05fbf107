import { linesOf, listsOf } from '../library/lines.ts';
import { secondsOf, secondsToSay, textsIn, withThings, wordCount } from '../library/spoken.ts';
import { aboutForm, type Rule } from './rule.ts';

/** Five seconds of speech, counted in words. Conversation's own leave-out sentence has fifteen. */
const mostWords = { release: 14, leaveOut: 15 };
const mostSeconds = { medium: 22, short: 12 };

/** Rules about how much is said, and that something is said at all. */
export const lengthRules: readonly Rule[] = [
  aboutForm('empty-instruction', function* (form) {
    const { words, at } = form;
    if (words.sets.length === 0) yield { field: at('sets'), message: 'there is nothing to do' };
    for (const { key, field, lines } of listsOf(form)) {
      // An empty list in a form takes away what the normal form has.
      const takenAway = field === `forms.${form.form}.${key}` && ['switch', 'nextSpot'].includes(key);
      if (lines.length === 0 && !takenAway) yield { field, message: 'there is nothing to say' };
      for (const [i, line] of lines.entries()) {
        const list = 'count' in line ? line.count : 'walk' in line ? line.steps : undefined;
        if (list?.length === 0) yield { field: `${field}[${i}]`, message: 'there is nothing to say' };
      }
    }
    for (const [key, value] of Object.entries(words)) {
      const takenAway = at(key) !== key && ['needs', 'without', 'leaveOut'].includes(key);
      if (key === 'release' || takenAway) continue;
      for (const { field, text } of textsIn(value, at(key))) {
        if (text.trim() === '') yield { field, message: 'there is nothing to say' };
      }
    }
  }),
  aboutForm('missing-release', function* ({ words, at }) {
    if (words.release.trim() === '')
      yield { field: at('release'), message: 'nobody is left in a position without a way out' };
  }),
  aboutForm('release-too-long', ({ words, at }) =>
    tooManyWords(at('release'), withThings(words.release, words.things), mostWords.release),
  ),
  aboutForm('leave-out-too-long', ({ words, at }) =>
    tooManyWords(at('leaveOut'), withThings(words.leaveOut ?? '', words.things), mostWords.leaveOut),
  ),
  aboutForm('medium-too-long', ({ words, facts, at }) =>
    tooManySeconds(at('medium'), secondsOf(words.medium, facts.dose, words.things), mostSeconds.medium),
  ),
  aboutForm('short-too-long', ({ words, facts, at }) =>
    tooManySeconds(at('short'), secondsOf(words.short, facts.dose, words.things), mostSeconds.short),
  ),
  aboutForm('too-long-for-its-time', function* (form) {
    for (const { field, line } of linesOf(form)) {
      const heard = ('count' in line ? line.count : 'walk' in line ? line.steps : []).map((text) =>
        withThings(text, form.words.things),
      );
      for (const [i, text] of heard.entries()) {
        // A phase of a repetition lasts as its tempo says, the first with its number before it; a step of a walk a second.
        const counted = 'count' in line;
        const given = counted ? form.facts.dose.tempo?.[i]?.seconds : 1;
        const taken = secondsToSay(text) + (counted && i === 0 ? secondsToSay('one') : 0);
        const place = `${field}.${counted ? 'count' : 'steps'}[${i}]`;
        if (given !== undefined && taken > given)
          yield { field: place, message: `more words than ${given} seconds hold` };
      }
    }
  }),
  {
    name: 'empty-phrase',
    *find({ texts }) {
      for (const { kind, file, field, text } of texts) {
        if (kind !== 'words' && text.trim() === '') yield { file, field, message: 'there is nothing to say' };
      }
    },
  },
];

function* tooManyWords(field: string, text: string, most: number) {
  const words = wordCount(text);
  if (words > most) yield { field, message: `${words} words take more than five seconds; at most ${most}` };
}

function* tooManySeconds(field: string, seconds: number, most: number) {
  if (seconds > most)
    yield { field, message: `about ${Math.round(seconds)} seconds with its silences; at most ${most}` };
}
