import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/**
 * Writes dist/lambda/index.mjs, the only file in that folder: deployed, simulated, measured and tested as it is. An
 * unchanged bundle is left alone, as somebody may be reading it. Gives esbuild's account of what is in it.
 */
export const build = async () => {
  const { outputFiles, metafile } = await esbuild.build({
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
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const folder = at('dist/lambda');
  await mkdir(folder, { recursive: true });
  const stray = (await readdir(folder)).filter((name) => name !== 'index.mjs');
  await Promise.all(stray.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  const [bundle] = outputFiles;
  const before = await readFile(bundle.path).catch(() => undefined);
  if (!before?.equals(bundle.contents)) await writeFile(bundle.path, bundle.contents);
  return metafile;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [[file, { bytes }]] = Object.entries((await build()).outputs);
  console.log(`${file}  ${(bytes / 1024).toFixed(0)} KiB`);
}
