import type { Content } from './words.ts';

export type Values = Readonly<Record<string, string | number>>;

/**
 * Puts values into the braces of a sentence. A capital in the brace gives a capital in speech: {Side} → "Left".
 * Throws on a brace without a value: a listener must never hear one.
 */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w)([\w-]*)\}/g, (token, initial: string, rest: string) => {
    const value = values[initial.toLowerCase() + rest];
    if (value === undefined) throw new Error(`No value for ${token} in "${text}"`);
    return initial === initial.toLowerCase() ? String(value) : capital(String(value));
  });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The number word for `n`, digits beyond the words a language lists. */
export const numberWord = (content: Content, n: number): string => content.numbers[n - 1] ?? String(n);

/** "first", "second" …; the number itself beyond the words a language lists. */
export const ordinalWord = (content: Content, n: number): string => content.ordinals[n - 1] ?? String(n);

/**
 * The sentence of the conversation with this key. `count` chooses its plural form and is spoken as a word; what has a
 * form for none or for two says it of exactly these, whatever the language's rules are.
 * Throws on an unknown key.
 */
export const phrase = (content: Content, key: string, values: Values = {}): string => {
  const found = content.phrases[key];
  if (found === undefined) throw new Error(`No phrase "${key}" in ${content.locale}`);
  if (typeof found === 'string') return fill(found, values);
  if (Array.isArray(found)) return fill((found as readonly string[])[0] ?? '', values);
  const count = Number(values['count']);
  const plural = found as Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
  const form = new Intl.PluralRules(content.locale).select(count);
  const exact = count === 0 ? plural.zero : count === 2 ? plural.two : undefined;
  return fill(exact ?? plural[form] ?? plural.other, { ...values, count: numberWord(content, count) });
};

/** The content with one of each sentence's variants, chosen by the seed: the same seed always says the same. */
export const varied = (content: Content, seed: number): Content => {
  const chosen = Object.entries(content.phrases).flatMap(([key, found]) => {
    if (!Array.isArray(found)) return [];
    const variants = found as readonly string[];
    // Each key at its own pace, so that two of them do not always come together.
    return [[key, variants[Math.abs(seed + key.length) % variants.length] ?? '']];
  });
  return { ...content, phrases: { ...content.phrases, ...(Object.fromEntries(chosen) as Record<string, string>) } };
};

/** "the ballerina, the corkscrew, and the butt walk", as the language joins them. */
export const listed = (content: Content, names: readonly string[]): string =>
  new Intl.ListFormat(content.locale, { type: 'conjunction' }).format(names);
