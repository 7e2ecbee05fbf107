import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { trims } from './scripts/trims.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Writes dist/lambda/index.mjs, the only file in that folder: deployed, simulated, measured and tested as it is. An
 * unchanged bundle is left alone, as somebody may be reading it. Its source map stands beside the folder, for `npm run
 * where`. Gives esbuild's account of what is in it.
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
    sourcemap: 'external',
    sourcesContent: false,
    banner: {
      js: "import{createRequire as __topCreateRequire}from'node:module';const require=__topCreateRequire(import.meta.url);",
    },
    plugins: [trims],
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const folder = at('dist/lambda');
  await mkdir(folder, { recursive: true });
  const stray = (await readdir(folder)).filter((name) => name !== 'index.mjs');
  await Promise.all(stray.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  const isMap = ({ path }) => path.endsWith('.map');
  const bundle = outputFiles.find((file) => !isMap(file));
  const before = await readFile(bundle.path).catch(() => undefined);
  if (!before?.equals(bundle.contents)) await writeFile(bundle.path, bundle.contents);
  await writeFile(at('dist/index.mjs.map'), outputFiles.find(isMap).contents);
  return metafile;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, { bytes }] = Object.entries((await build()).outputs).find(([name]) => name.endsWith('.mjs'));
  console.log(`${file}  ${(bytes / 1024).toFixed(0)} KiB`);
}
