import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { v1 } from 'ask-smapi-model';

/**
 * Throws where there is no assembled package, or where its manifest names an endpoint or events: that one was made for
 * `ask deploy`, and would call a function that is not there yet, or not ours.
 */
export const checkManifest = (skillPackage: string): void => {
  const file = path.join(skillPackage, 'skill.json');
  if (!existsSync(file)) throw new Error(`There is no skill package in ${skillPackage}. Make it: npm run package`);
  const { manifest } = JSON.parse(readFileSync(file, 'utf8')) as { manifest: v1.skill.Manifest.SkillManifest };
  const { endpoint, regions } = manifest.apis?.custom ?? {};
  if (endpoint ?? regions ?? manifest.events) {
    throw new Error(
      `The skill package in ${skillPackage} names an endpoint or events. Make it without: npm run package`,
    );
  }
};
