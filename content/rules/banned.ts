import type { SpokenText } from '../library/library.ts';

// "About right" is the answer between too easy and too much, said where no side is at hand.
const sides: Readonly<Record<string, RegExp>> = { en: /\b(?<!\babout )(left|right)\b/gi };

/** What an automated coach never says: theories of what is wrong, promises, pushing, guilt, and what cannot be seen. */
const never: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\b(knots?|adhesions?|fascia\w*|toxins?|diagnos\w*|dis[ck]s?|imbalanced?|imbalances|unstable|wear and tear)\b/i,
    /\bdamag(e|es|ed|ing)\b/i,
    /\bQL\b/,
    /\byour (pelvis|spine|back|hips?) (is|are) (rotated|out|tilted|tight|weak|crooked|uneven)\b/i,
    /\bback in(to)? place\b/i,
    /\b(cur(e|es|ed|ing)|heal(s|ed|ing)?|fix(es|ed|ing)?|reliev(e|es|ed|ing)|relief)\b/i,
    /\b(push through|no pain,? no gain|go further)\b/i,
    /\b(you are fine|you're fine|nothing serious)\b/i,
    /\b(you must|you forgot|you lost|streaks?)\b/i,
    /\blike this\b/i,
    /\b(opposite|other) (side|leg|foot|knee|heel|hip|hand|arm|elbow|shoulder|thigh)\b/i,
  ],
};

/** The sides a text writes out, in lower case. */
export function sidesIn({ text, language }: SpokenText): string[] {
  const written = sides[language];
  return written ? [...text.matchAll(written)].map(([side]) => side.toLowerCase()) : [];
}

/** The first thing in a text that is never said. */
export function unsayable({ text, language }: SpokenText): string | undefined {
  return never[language]?.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}
