import { join } from 'node:path';
import { importBreaches } from './modules/identity/app/import-breaches';
import { KNOWN_PASSWORDS_FILE } from './modules/identity/app/known-passwords';
import { readConfig, UnsafeConfiguration } from './platform/config/config';
import { refuse } from './platform/process/refuse';

/** `npm run breach:import -- file`: known passwords of a downloaded list are refused from then on. */
async function main(): Promise<void> {
  const source = process.argv[2];
  if (!source) throw new Error('Name the file of SHA-1 hashes: npm run breach:import -- pwned-passwords.txt');
  const target = join(readConfig().values.DATA_DIR, KNOWN_PASSWORDS_FILE);
  const entries = await importBreaches({ source, target });
  process.stdout.write(`${entries} known passwords in ${target}\n`);
}

main().catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));
