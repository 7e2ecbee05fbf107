import { inForm } from './form.ts';
import type { Place, Step } from './listener.ts';
import { instruction, spokenLines } from './parts.ts';
import { phrase } from './phrases.ts';
import type { Content } from './words.ts';

/** At most so many, in front of a set or a question. */
const most = 2;

/**
 * The key cues of this pass that name a left or right leg or arm, without their silences. Where they name both, `both`
 * says so first; where none is named, all of the cues.
 */
export const cuesAbout = (
  content: Content,
  step: Step,
  { pass }: Place,
  limb: 'leg' | 'arm',
  both: string,
): string[] => {
  const { words } = inForm(content, step);
  const short = instruction(content, step, pass, 'short').map(({ text }) => text);
  const cues = [...short, ...spokenLines(content, step, pass, words.sets[0] ?? [])];
  const limbs = `(${phrase(content, `words-${limb}`).split(', ').join('|')})\\b`;
  const sides = `(${phrase(content, 'left')}|${phrase(content, 'right')})`;
  const about = cues.filter((text) => new RegExp(`\\b${limbs}`, 'i').test(text));
  const ofOneSide = about.filter((text) => new RegExp(`\\b${sides} ${limbs}`, 'i').test(text));
  if (ofOneSide.length > 0) return ofOneSide.slice(0, most);
  return (about.length > 0 ? [both, ...about] : short).slice(0, most);
};
