import { sidesIn, unsayable } from './banned.ts';
import type { SpokenText } from '../library/library.ts';
import { sentencesIn, wordCount } from '../library/spoken.ts';
import type { Rule } from './rule.ts';

const longestSentence = { words: 16, name: 16, phrase: 18 };

/** Rules about each text by itself, wherever it is spoken. */
export const textRules: readonly Rule[] = [
  aboutText('markup', ({ text }) => {
    const mark = /[<>&*_#[\]|~^\\]/.exec(text.replace(/\{[^}]*\}/g, ''));
    return mark && `"${mark[0]}" is markup; SSML is written in one place, not here`;
  }),
  aboutText('digits', ({ text }) => /\d/.test(text) && 'numbers are written as words'),
  aboutText('literal-side', (spoken) => {
    const side = sidesIn(spoken).find((side) => !mayBeWritten(side, spoken));
    return side && `"${side}" is written out; the side is a token`;
  }),
  aboutText('must-not-say', (spoken) => {
    const found = unsayable(spoken);
    return found && `"${found}" is not for a coach to say`;
  }),
  aboutText('too-long-for-one-breath', ({ heard, kind }) => {
    const longest = Math.max(...sentencesIn(heard).map(wordCount));
    return longest > longestSentence[kind] && `a sentence of ${longest} words; at most ${longestSentence[kind]}`;
  }),
];

function aboutText(name: string, complaint: (text: SpokenText) => string | false | null | undefined): Rule {
  return {
    name,
    *find({ texts }) {
      for (const spoken of texts) {
        const message = complaint(spoken);
        if (message) yield { file: spoken.file, field: spoken.field, message };
      }
    },
  };
}

/**
 * A phrase may ask between the sides ("left, right, or both?"), or be of one side, as its key says ("isItTheLeft");
 * "two minutes left" is neither.
 */
function mayBeWritten(side: string, spoken: SpokenText): boolean {
  if (spoken.kind !== 'phrase') return false;
  if (new Set(sidesIn(spoken)).size === 2) return true;
  const asSide = new RegExp(`^${side}$|\\b(the|your) ${side}\\b|\\b${side} side\\b`, 'i');
  return spoken.field.toLowerCase().includes(side) && asSide.test(spoken.text);
}
