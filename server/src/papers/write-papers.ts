import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPapers } from './papers';

const root = join(__dirname, '../../..');
for (const [path, text] of Object.entries(generatedPapers(root))) writeFileSync(join(root, path), text);
