import { icons } from '../interactionModel/package/icons.ts';
import { misfits } from './amazonSchema.ts';
import type { Requirement } from './requirement.ts';
import type { Manifest, Subject } from './subject.ts';

type Page = NonNullable<NonNullable<Manifest['publishingInformation']>['locales']>[string];

/** What speaks against the page of each locale. */
const onEachPage =
  (check: (page: Page) => readonly string[]) =>
  ({ manifest }: Subject): string[] =>
    Object.entries(manifest.publishingInformation?.locales ?? {}).flatMap(([locale, page]) =>
      check(page).map((against) => `${locale}: ${against}`),
    );

const textsOf = ({ name, summary, description, keywords = [] }: Page): string =>
  [name, summary, description, ...keywords].join('\n');

const length = (what: string, text: string | undefined, least: number, most: number): string[] => {
  const { length } = text ?? '';
  return length >= least && length <= most ? [] : [`${what} has ${length} characters, not ${least} to ${most}`];
};

/** Width and height of a PNG; undefined: it is none. */
const pngSize = (bytes: Uint8Array): string | undefined => {
  const png = Buffer.from(bytes);
  const signature = '89504e470d0a1a0a0000000d49484452';
  return png.subarray(0, 16).toString('hex') === signature
    ? `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
    : undefined;
};

const inPackage = /^file:\/\/(assets\/images\/.+\.png)$/;

/** Requirements for what is shown in the store: texts, phrases, icons. */
export const storePageRequirements: readonly Requirement[] = [
  {
    requires: "the manifest is valid by Amazon's own schema",
    source: 'manifest',
    remedy: 'correct interactionModel/skill.json',
    check: ({ manifest }) => misfits('manifest', { manifest }),
  },
  {
    requires: 'every language has a page, a model and its privacy answers',
    source: 'manifest',
    remedy: 'see interactionModel/package/manifest.ts',
    check: ({ manifest, models }) => {
      const locales = Object.keys(models).sort().join();
      const pages = {
        'store page': manifest.publishingInformation?.locales,
        'privacy answers': manifest.privacyAndCompliance?.locales,
      };
      return Object.entries(pages).flatMap(([what, of]) => {
        const there = Object.keys(of ?? {})
          .sort()
          .join();
        return there === locales ? [] : [`${what}: ${there}, models: ${locales}`];
      });
    },
  },
  {
    requires: 'texts are there, and none is too long',
    source: 'manifest',
    remedy: 'shorten or fill the text in interactionModel/skill.json',
    check: (subject) => [
      ...onEachPage((page) => [
        ...length('name', page.name, 2, 50),
        ...length('summary', page.summary, 1, 160),
        ...length('description', page.description, 1, 4000),
        ...(page.keywords ?? []).flatMap((keyword) => length(`keyword "${keyword}"`, keyword, 1, 150)),
        ...((page.keywords ?? []).length > 30 ? ['more than 30 keywords'] : []),
      ])(subject),
      ...length('testingInstructions', subject.manifest.publishingInformation?.testingInstructions, 1, 4000),
    ],
  },
  {
    requires: "nothing looks like Amazon's, and the skill is called a skill",
    source: 'policy',
    remedy: 'say it without the trademark; "Alexa, ..." as what a person says is fine',
    check: onEachPage((page) => [
      ...(/\b(alexa|amazon|echo|skill|app|official)\b/i.test(page.name) ? [`name: ${page.name}`] : []),
      ...(textsOf(page).match(
        /\b(?:an?|the|this|our) (?:official |amazon |alexa )*(?:alexa skill|app)\b|\bofficial\b/gi,
      ) ?? []),
    ]),
  },
  {
    requires: 'the description says what the skill cannot replace, and whom to call in an emergency',
    source: 'policy',
    remedy: 'put the disclaimer back into the description',
    check: onEachPage(({ description = '' }) =>
      [
        /general information/,
        /not medical advice/,
        /not a substitute for professional advice/,
        /call your doctor or your local emergency number/,
      ]
        .filter((needed) => !needed.test(description))
        .map((needed) => `the description lacks "${needed.source}"`),
    ),
  },
  {
    requires: 'nothing is claimed about curing',
    source: 'policy',
    remedy: 'say what the skill does, not what it does for a body',
    check: onEachPage(
      (page) =>
        textsOf(page).match(
          /\b(cure[sd]?|heal(s|ed|ing)?|fix(es|ed)?|therap\w*|treat\w*|relie(f|ve)\w*|pain[- ]free|guarantee\w*)\b/gi,
        ) ?? [],
    ),
  },
  {
    requires: 'icons are PNG of 108 and 512 pixels',
    source: 'manifest',
    remedy: 'npm run package draws them from interactionModel/icon.svg',
    check: (subject) =>
      onEachPage((page) =>
        Object.entries(icons).flatMap(([icon, width]) => {
          const uri = page[icon === 'smallIcon' ? 'smallIconUri' : 'largeIconUri'];
          const bytes = subject.files.get(inPackage.exec(uri ?? '')?.[1] ?? '');
          if (!bytes) return [`${icon} "${uri}" is not in the package`];
          const size = pngSize(bytes);
          return size === `${width}x${width}` ? [] : [`${icon} is ${size ?? 'no PNG'}`];
        }),
      )(subject),
  },
  {
    requires: 'it is listed where it belongs: health and fitness, where English is spoken',
    source: 'functional',
    remedy: 'correct category and countries in interactionModel/skill.json',
    check: ({ manifest, models }) => {
      const { category, distributionCountries = [], isAvailableWorldwide } = manifest.publishingInformation ?? {};
      const spoken = Object.keys(models).map((locale) => locale.slice(3));
      const missing = spoken.filter((country) => !distributionCountries.includes(country as never));
      return [
        ...(category === 'HEALTH_AND_FITNESS' ? [] : [`category ${category}`]),
        ...(isAvailableWorldwide ? [] : missing.map((country) => `not in ${country}, whose English it speaks`)),
      ];
    },
  },
  {
    requires: 'testers are told of the long silences, reminders and what is stored',
    source: 'certification',
    remedy: 'complete testingInstructions in interactionModel/skill.json',
    check: ({ manifest }) => {
      const told = manifest.publishingInformation?.testingInstructions ?? '';
      return [/silences are intended/, /Reminders are only set when asked for/, /Privacy: /]
        .filter((each) => !each.test(told))
        .map(({ source }) => `nothing of "${source}"`);
    },
  },
];
