import type { v1 } from 'ask-smapi-model';
import { type Differences, spelt } from '../inRegion.ts';
import { endpointsOf } from './endpoint.ts';
import { openFields, type Publisher } from './publisher.ts';

/** skill.json, as Amazon knows it. */
export type Manifest = v1.skill.Manifest.SkillManifestEnvelope;
type Page = v1.skill.Manifest.SkillManifestLocalizedPublishingInformation;

export interface ManifestParts {
  /** interactionModel/skill.json: what is the same everywhere, and the page of the United States. */
  readonly skill: Manifest;
  /** By locale; what people there spell otherwise. */
  readonly differences: Readonly<Record<string, Pick<Differences, 'words'>>>;
  readonly publisher: Publisher;
  /** ARNs of the functions Alexa calls. None: the first phase, in which there is no function yet. */
  readonly endpoints: readonly string[];
}

/** Where an icon of a locale lies in the package. */
export const iconFile = (locale: string, icon: string): string => `assets/images/${locale}_${icon}.png`;

const pageIn = (locale: string, page: Page, { words }: Pick<Differences, 'words'>): Page => {
  const said = (text: string): string => spelt(text, words);
  return {
    ...page,
    summary: said(page.summary ?? ''),
    description: said(page.description ?? ''),
    examplePhrases: page.examplePhrases?.map(said),
    keywords: page.keywords?.map(said),
    smallIconUri: `file://${iconFile(locale, 'smallIcon')}`,
    largeIconUri: `file://${iconFile(locale, 'largeIcon')}`,
  };
};

/**
 * The manifest that is sent to Amazon: the page of the United States in every locale, icons, the publisher's policies as
 * soon as they have an address, and with an endpoint the events, which Amazon takes only together. Throws where Alexa
 * could not call an endpoint.
 */
export const manifestOf = ({ skill, differences, publisher, endpoints }: ManifestParts): Manifest => {
  const { publishingInformation, privacyAndCompliance, apis, ...rest } = skill.manifest ?? {};
  const american = publishingInformation?.locales?.['en-US'];
  if (!american) throw new Error('interactionModel/skill.json has no page for en-US.');
  const { privacyPolicyUrl, termsOfUseUrl } = publisher;
  const open = openFields(publisher);
  const policies = {
    ...(open.includes('privacyPolicyUrl') ? {} : { privacyPolicyUrl }),
    ...(open.includes('termsOfUseUrl') ? {} : { termsOfUseUrl }),
  };
  const everywhere = <T>(of: (locale: string, words: Pick<Differences, 'words'>) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(differences).map(([locale, words]) => [locale, of(locale, words)]));
  const called = endpointsOf(endpoints);
  return {
    manifest: {
      ...rest,
      publishingInformation: {
        ...publishingInformation,
        locales: everywhere((locale, words) => pageIn(locale, american, words)),
      },
      privacyAndCompliance: { ...privacyAndCompliance, locales: everywhere(() => policies) },
      apis: { ...apis, custom: { ...apis?.custom, ...called } },
      ...(called ? { events: { ...called, subscriptions: [{ eventName: 'SKILL_DISABLED' }] } } : {}),
    },
  };
};
