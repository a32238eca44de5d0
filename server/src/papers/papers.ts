import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { openApiOf } from '../platform/http/openapi';
import { environmentPage } from './environment-page';
import { lifecyclesPage } from './lifecycles-page';
import { rulesPage } from './rules-page';
import { sourceFiles } from './source-files';

const FOLDERS = ['shared/src', 'server/src', 'server/test', 'e2e'];

/** Every generated file by its path from the root. */
export const generatedPapers = (root: string): Readonly<Record<string, string>> => ({
  'docs/RULES.md': rulesPage(sourceFiles(root, FOLDERS)),
  'docs/LIFECYCLES.md': lifecyclesPage(),
  'docs/openapi.json': `${JSON.stringify(openApiOf(portalEndpoints), null, 2)}\n`,
  '.env.example': environmentPage(),
});
