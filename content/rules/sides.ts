import type { SideRule } from '../../routine/exercise.ts';
import { textsOfForm } from '../library/library.ts';
import { listsOf } from '../library/lines.ts';
import { textsIn, tokensIn, withoutTokens } from '../library/spoken.ts';
import { aboutForm, type Rule } from './rule.ts';

const oneSided = ['sore', 'other'];
const twoPass = ['this', 'opposite'];
const sideTokens = [...oneSided, ...twoPass];

/** The side tokens an exercise may speak of, by its rule. */
const allowed: Readonly<Record<SideRule, readonly string[]>> = {
  sore: oneSided,
  alternating: oneSided,
  each: twoPass,
  none: [],
};

/** Said between exercises, where no side is at hand to be put in. */
const plain: readonly string[] = ['name', 'shortName', 'needs', 'without', 'leaveOut', 'things'];

const namesSide = (text: string) => tokensIn(text).some((token) => sideTokens.includes(token));

/** Rules about sides and the other tokens of a text. */
export const sideRules: readonly Rule[] = [
  aboutForm('side-not-named', function* (form) {
    if (form.facts.sides !== 'sore' && form.facts.sides !== 'each') return;
    for (const { key, field, lines } of listsOf(form)) {
      if (key === 'first' || key === 'sets' || key === 'switch') {
        const [first] = textsIn(lines.slice(0, 1), field);
        if (lines.length > 0 && !namesSide(first?.text ?? '')) {
          yield {
            field: first?.field ?? `${field}[0]`,
            message: 'the first line of a set or of a switch names the side',
          };
        }
      } else if (key !== 'nextSpot' && ![...textsIn(lines, field)].some(({ text }) => namesSide(text))) {
        yield { field, message: 'an instruction names the side at least once' };
      }
    }
  }),
  aboutForm('wrong-side-token', function* (form) {
    const { sides } = form.facts;
    for (const { field, text } of textsOfForm(form)) {
      const wrong = tokensIn(text).find((token) => sideTokens.includes(token) && !allowed[sides].includes(token));
      if (wrong) {
        yield {
          field,
          message: `{${wrong}}, but sides is "${sides}": ${allowed[sides].join(', ') || 'no side is spoken'}`,
        };
      }
    }
  }),
  aboutForm('unknown-token', function* (form) {
    const known = [...sideTokens, ...Object.keys(form.words.things ?? {})];
    for (const { key, field, text } of textsOfForm(form)) {
      const unknown = tokensIn(text).find((token) => plain.includes(key) || !known.includes(token));
      if (unknown) yield { field, message: `{${unknown}} is neither a side nor one of the things here` };
      else if (/[{}]/.test(withoutTokens(text))) yield { field, message: 'a brace that is no token' };
    }
  }),
];
