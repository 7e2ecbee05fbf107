import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Credentials come from the environment, as Lambda sets them: this leaves out the SDK's other ways
 * (single sign-on, process, instance metadata), 132 KiB of the bundle.
 */
const environmentCredentials = {
  name: 'environment-credentials',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: 'environment', namespace: 'credentials' }));
    build.onLoad({ filter: /.*/, namespace: 'credentials' }, () => ({
      contents: `import { fromEnv } from '@aws-sdk/credential-provider-env';
        export const defaultProvider = (init) => fromEnv(init);`,
      resolveDir: at('.'),
    }));
  },
};

/** Writes dist/lambda/index.mjs, the only file in that folder: deployed, simulated, measured and tested as it is. */
export const build = async () => {
  await rm(at('dist/lambda'), { recursive: true, force: true });
  return esbuild.build({
    entryPoints: [at('lambda/index.ts')],
    outfile: at('dist/lambda/index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    // The simulator runs the same bytes on the oldest Node a newcomer may have.
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    // ask-sdk names its errors by class; the log must be readable.
    keepNames: true,
    banner: {
      js: "import{createRequire as __topCreateRequire}from'node:module';const require=__topCreateRequire(import.meta.url);",
    },
    plugins: [environmentCredentials],
    metafile: true,
    logLevel: 'warning',
  });
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { metafile } = await build();
  const [file, output] = Object.entries(metafile.outputs)[0];
  console.log(`${file}  ${(output.bytes / 1024).toFixed(0)} KiB`);
}
