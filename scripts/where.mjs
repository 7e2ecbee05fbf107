// Which line of the source a place in the bundle came from, as the trace of an error in the log names it: 2:42580.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const places = process.argv.slice(2).flatMap((text) => [...text.matchAll(/(\d+):(\d+)/g)]);
if (places.length === 0) {
  console.error('Build the commit that is deployed, then name places of the trace: npm run where -- 2:42580');
  process.exit(1);
}
const beside = `${root}dist/index.mjs.map`;
if (!existsSync(beside)) {
  console.error('Nothing is built yet. Check out the commit that is deployed, and: npm run build');
  process.exit(1);
}
const map = new SourceMap(JSON.parse(readFileSync(beside, 'utf8')));
for (const [place, line, column] of places) {
  const { originalSource, originalLine } = map.findEntry(Number(line) - 1, Number(column) - 1);
  const source = originalSource && relative(root, resolve(root, 'dist/lambda', originalSource));
  console.log(`${place}  ${source ? `${source}:${originalLine + 1}` : 'nowhere in the sources'}`);
}
