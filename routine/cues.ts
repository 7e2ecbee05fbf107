import { inForm } from './form.ts';
import type { Place, Step } from './listener.ts';
import { instruction, spokenLines } from './parts.ts';
import { phrase } from './phrases.ts';
import type { Content } from './words.ts';

/** At most so many, in front of a set or a question. */
const most = 2;

/** The key cues of this pass that name a leg or an arm, without their silences; where none does, all of them. */
export const cuesAbout = (content: Content, step: Step, { pass }: Place, limb: 'leg' | 'arm'): string[] => {
  const { words } = inForm(content, step);
  const short = instruction(content, step, pass, 'short').map(({ text }) => text);
  const cues = [...short, ...spokenLines(content, step, pass, words.sets[0] ?? [])];
  const named = new RegExp(`\\b(${phrase(content, `words-${limb}`).split(', ').join('|')})\\b`, 'i');
  const about = cues.filter((text) => named.test(text));
  return (about.length > 0 ? about : short).slice(0, most);
};
