import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from '../content/jsonSchemas.ts';

// Writes content/schemas/ for editors. `npm test` tells when it is stale.
for (const [file, text] of Object.entries(jsonSchemas())) {
  const target = path.join(import.meta.dirname, '..', file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(file);
}
