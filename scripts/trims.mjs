import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const resolveDir = fileURLToPath(new URL('..', import.meta.url));

const unused = (name) => `export const ${name} = () => { throw new Error('${name} is left out of this bundle'); };`;

/** Modules that stand in for those of which the skill has no use, by the name they are imported by. */
const standIns = {
  // Credentials come from the environment, as Lambda sets them: not from single sign-on, a process, instance metadata.
  '@aws-sdk/credential-provider-node': `import { fromEnv } from '@aws-sdk/credential-provider-env';
    export const defaultProvider = (init) => fromEnv(init);`,
  // No operation of DynamoDB's table streams events.
  '@smithy/core/event-streams': unused('EventStreamSerde') + unused('eventStreamSerdeProvider'),
  // A cache of endpoints for commands that ask for one; none of ours does.
  '@aws-sdk/middleware-endpoint-discovery': `export const resolveEndpointDiscoveryConfig = (config) => config;
    const unset = () => undefined;
    export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector: unset, configFileSelector: unset, default: unset };`,
  // Alexa calls Lambda in four regions, and DynamoDB has a plain address in each: no rules of partitions, FIPS or accounts.
  './endpoint/endpointResolver': `export const defaultEndpointResolver = ({ Endpoint, Region }) =>
    ({ url: new URL(Endpoint ?? 'https://dynamodb.' + Region + '.amazonaws.com') });`,
  './partitions': `export const partitionsInfo = { partitions: [] };`,
  // The client tries again by a strategy of ours, and at once: what would hold it back has nothing to do.
  './DefaultRateLimiter': unused('DefaultRateLimiter'),
  // All of it would come along, as it is CommonJS.
  'ask-sdk-core': `export { DefaultApiClient } from 'ask-sdk-core/dist/service/DefaultApiClient.js';
    export { SkillBuilders } from 'ask-sdk-core/dist/skill/SkillBuilders.js';`,
};

/** Amazon's APIs that the skill calls; the others' clients stand in one file with them. */
const clients = ['reminderManagement', 'ups'];

/** Leaves out each part of ask-sdk-model that is the client of another API; asked for, it says that it is not there. */
const withoutOtherClients = (source) => {
  const begin = '\n(function (services) {\n';
  const end = '\n})(services = exports.services || (exports.services = {}));';
  const [head, ...parts] = source.split(begin);
  const names = parts.map((part) => /^ {4}var (\w+);\n {4}\(function \(\1\) \{/.exec(part)?.[1]);
  const others = names.filter((name) => name !== undefined && !clients.includes(name));
  if (others.length === 0 || !clients.every((name) => names.includes(name))) {
    throw new Error(`ask-sdk-model is not built as it was: its parts are ${names.join(', ')}`);
  }
  // What stands between two parts belongs to neither.
  return head + parts.map((part, n) => (others.includes(names[n]) ? part.split(end)[1] : begin + part)).join('');
};

/** What of a package's description is read: who it says it is. */
const nameAndVersion = (source) => {
  const { name, version } = JSON.parse(source);
  return JSON.stringify({ name, version });
};

/** ask-sdk names its errors by the class they come from, which stands in a file of that name; minified, it has none. */
const withClassNames = (source, path) =>
  source.replaceAll('this.constructor.name', JSON.stringify(basename(path, '.js')));

const escaped = (text) => text.replace(/[/.]/g, '\\$&');

/** Leaves out of the bundle what never runs. A package that is built otherwise after an upgrade fails the build. */
export const trims = {
  name: 'trims',
  setup(build) {
    const wanted = new Set();
    build.onStart(() => {
      for (const name of [...Object.keys(standIns), 'ask-sdk-model', 'package.json', 'CustomSkill']) wanted.add(name);
    });

    for (const [name, contents] of Object.entries(standIns)) {
      build.onResolve({ filter: new RegExp(`^${escaped(name)}$`) }, () => ({ path: name, namespace: 'stand-in' }));
      build.onLoad({ filter: new RegExp(`^${escaped(name)}$`), namespace: 'stand-in' }, () => {
        wanted.delete(name);
        return { contents, resolveDir };
      });
    }
    const rewrite = (name, filter, loader, change) =>
      build.onLoad({ filter }, async ({ path }) => {
        const before = await readFile(path, 'utf8');
        const contents = change(before, path);
        if (contents !== before) wanted.delete(name);
        return { contents, loader };
      });
    rewrite('ask-sdk-model', /[\\/]ask-sdk-model[\\/]index\.js$/, 'js', withoutOtherClients);
    rewrite('CustomSkill', /[\\/]ask-sdk-(core|runtime)[\\/]dist[\\/].*\.js$/, 'js', withClassNames);
    rewrite('package.json', /[\\/]node_modules[\\/].*[\\/]package\.json$/, 'json', nameAndVersion);

    build.onEnd(() => ({
      errors: [...wanted].map((name) => ({
        text: `${name} is no longer in the bundle as it was: scripts/trims.mjs trims in vain`,
      })),
    }));
  },
};
