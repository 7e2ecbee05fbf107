import { match, resembles } from './match.ts';
import type { Match } from './match.ts';
import { phrasebookOf } from './samples.ts';
import type { Filling, InteractionModel, Phrasebook } from './samples.ts';
import { wordsOf } from './words.ts';

export type { InteractionModel } from './samples.ts';

interface Resolutions {
  readonly resolutionsPerAuthority: readonly {
    readonly authority: string;
    readonly status: { readonly code: 'ER_SUCCESS_MATCH' | 'ER_SUCCESS_NO_MATCH' };
    readonly values?: readonly { readonly value: { readonly name: string; readonly id?: string } }[];
  }[];
}

/** A slot as Amazon sends it: an empty one has a name and nothing else. */
export interface SpokenSlot {
  readonly name: string;
  readonly confirmationStatus: 'NONE';
  readonly source?: 'USER';
  readonly value?: string;
  readonly resolutions?: Resolutions;
  readonly slotValue?: { readonly type: 'Simple'; readonly value: string; readonly resolutions?: Resolutions };
}

/** An intent as Amazon sends it. */
export interface SpokenIntent {
  readonly name: string;
  readonly confirmationStatus: 'NONE';
  readonly slots?: Readonly<Record<string, SpokenSlot>>;
}

/** What Alexa does with something that was said. */
export type Understood =
  | { readonly kind: 'launch' }
  | {
      readonly kind: 'intent';
      readonly intent: SpokenIntent;
      /** A one-shot: it opens an Alexa session of its own. */
      readonly newSession: boolean;
      readonly how: Match['how'];
      readonly score: Match['score'];
    }
  /** The Alexa session ends without the skill being asked. */
  | { readonly kind: 'exit' }
  /** Alexa answers by herself; nothing reaches the skill. */
  | { readonly kind: 'elsewhere' };

const books = new WeakMap<InteractionModel, Phrasebook>();
const bookOf = (model: InteractionModel): Phrasebook => {
  const book = books.get(model) ?? phrasebookOf(model);
  books.set(model, book);
  return book;
};

const resolutionsOf = ({ type, value }: Filling): Resolutions => ({
  resolutionsPerAuthority: [
    {
      authority: `amzn1.er-authority.echo-sdk.amzn1.ask.skill.simulated.${type}`,
      status: { code: value ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH' },
      ...(value ? { values: [{ value }] } : {}),
    },
  ],
});

const slotOf = (name: string, type: string, filling: Filling | undefined): SpokenSlot => {
  if (!filling) return { name, confirmationStatus: 'NONE' };
  // Amazon resolves custom types only.
  const resolved = type.startsWith('AMAZON.') ? {} : { resolutions: resolutionsOf(filling) };
  const value = filling.said;
  return {
    name,
    value,
    ...resolved,
    confirmationStatus: 'NONE',
    source: 'USER',
    slotValue: { type: 'Simple', value, ...resolved },
  };
};

const intentOf = (book: Phrasebook, { intent, fillings }: Match): SpokenIntent => {
  const declared = book.slots.get(intent) ?? [];
  if (declared.length === 0) return { name: intent, confirmationStatus: 'NONE' };
  const slots = declared.map(({ name, type }) => [
    name,
    slotOf(
      name,
      type,
      fillings.find((f) => f.slot === name),
    ),
  ]);
  return { name: intent, confirmationStatus: 'NONE', slots: Object.fromEntries(slots) as Record<string, SpokenSlot> };
};

const launchWords = 'open|start|launch|begin|run|load|use|play|resume|talk to|speak to';
const courtesy = "(?:(?:please|can you|could you|let's|lets|i want to|i wanna|i'd like to) )*";

/** How Amazon lets a skill be called by its name, with and without a request ("Invoke a skill with a specific request"). */
const callsOf = (invocationName: string) => {
  const name = `(?:(?:the|my) )?${invocationName}(?: skill)?(?: please)?`;
  return {
    exit: new RegExp(`^(?:exit|quit)(?: ${name})?$`),
    launch: new RegExp(`^${courtesy}(?:(?:${launchWords}|ask|tell) )?${name}$`),
    ask: new RegExp(`^${courtesy}(?:ask|tell) ${name} (?:(?<link>to|about|for|that|if|whether) )?(?<request>.+)$`),
    openAnd: new RegExp(`^${courtesy}(?:${launchWords}) ${name} and (?<request>.+)$`),
    requestFrom: new RegExp(`^${courtesy}(?<request>.+) (?:from|in|with|using|by) ${name}$`),
  };
};

const thisDay = (): string => new Date().toISOString().slice(0, 10);

interface Hearing {
  /** Whether an Alexa session of the skill is running. */
  readonly open: boolean;
  /** What "tomorrow" is counted from, an ISO date. */
  readonly today?: string;
}

/** Where a line goes, and with which words. */
type Route =
  | { readonly to: 'launch' | 'exit' | 'elsewhere' }
  | { readonly to: 'skill'; readonly opens: boolean; readonly words: readonly string[] };

const routeOf = (model: InteractionModel, line: string, open: boolean): Route => {
  const all = wordsOf(line);
  const words = all[0] === 'alexa' ? all.slice(1) : all;
  const said = words.join(' ');
  const calls = callsOf(model.interactionModel.languageModel.invocationName);
  if (said === '') return { to: 'elsewhere' };
  if (calls.exit.test(said)) return { to: open ? 'exit' : 'elsewhere' };
  if (calls.launch.test(said)) return { to: 'launch' };
  const call = calls.ask.exec(said) ?? calls.openAnd.exec(said) ?? calls.requestFrom.exec(said);
  if (call?.groups) return { to: 'skill', opens: true, words: (call.groups.request ?? '').split(' ') };
  return open ? { to: 'skill', opens: false, words } : { to: 'elsewhere' };
};

/** What Alexa does with a typed line: routes it to the skill or elsewhere, and finds the intent. */
export const understand = (model: InteractionModel, line: string, { open, today = thisDay() }: Hearing): Understood => {
  const route = routeOf(model, line, open);
  if (route.to !== 'skill') return { kind: route.to };
  const book = bookOf(model);
  const found = match(book, route.words, today);
  const { how, score } = found;
  return { kind: 'intent', intent: intentOf(book, found), newSession: route.opens, how, score };
};

/** Intents whose samples the line resembles, the most alike first: what it could have been taken for. */
export const otherReadings = (model: InteractionModel, line: string): readonly { intent: string; score: number }[] => {
  const route = routeOf(model, line, true);
  return route.to === 'skill' ? resembles(bookOf(model), route.words, thisDay()) : [];
};
