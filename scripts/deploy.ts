// Puts the skill on one's own Echo. Its steps are in deploying/.
import { fileURLToPath } from 'node:url';
import { deploy, usage } from '../deploying/deploy.ts';
import { main, surroundings } from '../deploying/main.ts';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.exit(
  await main(usage, deploy, process.argv.slice(2), surroundings(fileURLToPath(new URL('..', import.meta.url)))),
);
