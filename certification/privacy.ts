import { openFields } from '../interactionModel/package/publisher.ts';
import type { Requirement } from './requirement.ts';

const without = (text: string, words: readonly string[]): string[] => words.filter((word) => text.includes(word));

/** Requirements for data, permissions and who may call. */
export const privacyRequirements: readonly Requirement[] = [
  {
    requires: 'the privacy questions are answered, and truly: it remembers people, and sells nothing',
    source: 'policy',
    remedy: 'correct privacyAndCompliance in interactionModel/skill.json',
    check: ({ manifest }) => {
      const { privacyAndCompliance } = manifest;
      const expected = {
        usesPersonalInfo: true,
        usesHealthInfo: false,
        allowsPurchases: false,
        containsAds: false,
        isChildDirected: false,
        isExportCompliant: true,
      };
      return Object.entries(expected)
        .filter(([key, value]) => privacyAndCompliance?.[key as keyof typeof expected] !== value)
        .map(([key, value]) => `${key} is not ${value}`);
    },
  },
  {
    requires: 'every language links to a privacy policy and terms, by https, under no name of Amazon',
    source: 'policy',
    remedy:
      'put docs/privacy.md and docs/terms.md on the web, and their addresses into interactionModel/publisher.json',
    publisher: true,
    check: ({ manifest }) =>
      Object.entries(manifest.privacyAndCompliance?.locales ?? {}).flatMap(
        ([locale, { privacyPolicyUrl, termsOfUseUrl }]) =>
          Object.entries({ privacyPolicyUrl, termsOfUseUrl }).flatMap(([what, url]) => {
            if (!url) return [`${locale}: no ${what} yet`];
            const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
            return protocol === 'https:' && !/alexa|amazon|echo/.test(hostname) ? [] : [`${locale}: ${what} ${url}`];
          }),
      ),
  },
  {
    requires: 'the policies name who publishes',
    source: 'policy',
    remedy: 'fill interactionModel/publisher.json, and put name and contact into docs/privacy.md and docs/terms.md',
    publisher: true,
    check: ({ publisher, policies }) => [
      ...openFields(publisher)
        .filter((field) => field === 'name' || field === 'contact')
        .map((field) => `publisher.json: ${field}`),
      ...policies
        .filter((text) => !text.includes(`${publisher.name}, ${publisher.contact}`))
        .map((text) => text.split('\n')[0] ?? ''),
    ],
  },
  {
    requires: 'a function is named, and hears when the skill is disabled',
    source: 'events',
    remedy: 'npm run certify -- --endpoint <arn>; see interactionModel/package/manifest.ts',
    check: ({ manifest }) => {
      const { apis, events } = manifest;
      const called = apis?.custom?.endpoint?.uri;
      const heard = (events?.subscriptions ?? []).map(({ eventName }) => String(eventName)).join();
      return [
        ...(called?.startsWith('arn:aws:lambda:') ? [] : ['no function is called']),
        ...(events?.endpoint?.uri === called ? [] : ['events go elsewhere']),
        ...(JSON.stringify(events?.regions) === JSON.stringify(apis?.custom?.regions)
          ? []
          : ['events go to other regions']),
        ...(heard === 'SKILL_DISABLED' ? [] : [`subscribed to: ${heard || 'nothing'}`]),
      ];
    },
  },
  {
    requires: 'what is stored is deleted when the skill is disabled',
    source: 'events',
    remedy: 'see lambda/skillEvents.ts',
    check: ({ rehearsal: { disabled } }) => [
      ...(disabled.back !== disabled.fresh ? [] : ['nothing was remembered in the first place']),
      ...(disabled.after === disabled.fresh ? [] : [`still remembered: ${disabled.after.slice(0, 80)}`]),
    ],
  },
  {
    requires: 'requests of another skill are refused',
    source: 'security',
    remedy: 'see withSkillId in lambda/skill.ts',
    check: ({ rehearsal: { stranger } }) => (stranger === 'refused' ? [] : ['it was answered']),
  },
  {
    requires: 'the log holds no id and no words',
    source: 'security',
    remedy: 'see lambda/recordOfTurn.ts',
    check: ({ rehearsal: { logged, secrets } }) => [
      ...(logged.length > 0 ? [] : ['nothing was logged at all']),
      ...logged
        .flatMap((line) => without(line, secrets).map((secret) => `"${secret.slice(0, 30)}" in: ${line.slice(0, 80)}`))
        .slice(0, 5),
    ],
  },
  {
    requires: 'permissions are those that a feature asks for, and no other',
    source: 'reminders',
    remedy: 'match permissions in interactionModel/skill.json with lambda/permission.ts',
    check: ({ manifest, rehearsal: { answers } }) => {
      const declared = (manifest.permissions ?? [])
        .map(({ name }) => String(name))
        .sort()
        .join();
      const asked = [...new Set(answers.flatMap(({ permissions }) => permissions))].sort().join();
      return declared === asked ? [] : [`declared: ${declared || 'none'}; asked for: ${asked || 'none'}`];
    },
  },
  {
    requires: 'interfaces are those that responses use',
    source: 'manifest',
    remedy: 'declare the interface in interactionModel/skill.json, or leave it out',
    check: ({ manifest, rehearsal: { answers } }) => {
      const declared = (manifest.apis?.custom?.interfaces ?? []).map(({ type }) => String(type));
      // Handing a question over to Alexa needs none.
      const used = new Set(
        answers.flatMap(({ directives }) => directives).filter((type) => type !== 'Connections.SendRequest'),
      );
      const nameOf = (type: string) =>
        type
          .replace(/\.\w+$/, '')
          .replaceAll('.', '_')
          .toUpperCase();
      return [
        ...[...used]
          .filter((type) => !declared.includes(nameOf(type)))
          .map((type) => `${type} is sent, ${nameOf(type)} not declared`),
        ...declared
          .filter((name) => ![...used].some((type) => nameOf(type) === name))
          .map((name) => `${name} is declared and not used`),
      ];
    },
  },
];
