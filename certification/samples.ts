import { phrasesOf } from '../simulator/builtins.ts';
import type { InteractionModel, SpokenIntent } from '../simulator/understand.ts';

type Intent = InteractionModel['interactionModel']['languageModel']['intents'][number];

const builtIn: Readonly<Record<string, string>> = {
  'AMAZON.NUMBER': 'three',
  'AMAZON.TIME': 'eight in the morning',
  'AMAZON.DATE': 'tomorrow',
};

/** One way of saying each intent, its slots filled. */
export const oneOfEach = ({ interactionModel }: InteractionModel): { intent: string; words: string }[] => {
  const { intents, types = [] } = interactionModel.languageModel;
  const valueOf = (type: string | undefined): string =>
    builtIn[type ?? ''] ?? types.find(({ name }) => name === type)?.values[0]?.name.value ?? '';
  return intents.flatMap(({ name, samples = [], slots = [] }) => {
    const [sample] = [...samples, ...phrasesOf(name)];
    if (sample === undefined) return [];
    const typeOf = (slot: string) => slots.find((each) => each.name === slot)?.type;
    return [{ intent: name, words: sample.replace(/\{(\w+)\}/g, (_, slot: string) => valueOf(typeOf(slot))) }];
  });
};

const authority = 'amzn1.er-authority.echo-sdk.certification';

/** An intent whose slots hold what nobody foresaw: words that are no value, and words that are not there at all. */
export const strangeIntents = ({ name, slots = [] }: Intent): SpokenIntent[] => {
  const filled = (value: string): SpokenIntent => ({
    name,
    confirmationStatus: 'NONE',
    slots: Object.fromEntries(
      slots.map((slot) => {
        const status = { code: 'ER_SUCCESS_NO_MATCH' } as const;
        const resolutions = { resolutionsPerAuthority: [{ authority: `${authority}.${slot.type}`, status }] };
        const resolved = slot.type.startsWith('AMAZON.') ? {} : { resolutions };
        const said = { value, slotValue: { type: 'Simple', value, ...resolved } };
        return [slot.name, { name: slot.name, confirmationStatus: 'NONE', source: 'USER', ...said, ...resolved }];
      }),
    ) as SpokenIntent['slots'],
  });
  const empty = Object.fromEntries(slots.map((slot) => [slot.name, { name: slot.name, confirmationStatus: 'NONE' }]));
  const none: SpokenIntent = { name, confirmationStatus: 'NONE', slots: empty as SpokenIntent['slots'] };
  return slots.length === 0 ? [] : [none, filled(''), filled('purple elephant'), filled('?')];
};
