// @ts-check
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../run.mjs';
import { Told } from '../say.mjs';
import { giveTo } from './place.mjs';

/** @typedef {import('./site.mjs').Site} Site */

/**
 * Unicode rules that come with PostgreSQL itself, so that sorting does not depend on the machine.
 * Trigrams still ask the C library which letters are letters, hence the search for a UTF-8 locale.
 * @param {Site} site
 * @param {boolean} volatile skips writing everything through to the disk
 */
export async function createCluster({ folder, data, runner, bin, passwords }, volatile) {
  const draft = `${data}.new`;
  const passwordFile = path.join(folder, 'first-password');
  let output = '';
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
    giveTo(passwordFile, runner);
    // The user may not write into the folder itself, so the empty data folder is made for him.
    mkdirSync(draft, { mode: 0o700 });
    giveTo(draft, runner);
    const result = await run(
      path.join(bin, 'initdb'),
      [
        ...[
          '-D',
          draft,
          '-U',
          'postgres',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
        ],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${locale}`],
        ...['--no-instructions', ...(volatile ? ['--no-sync'] : [])],
      ],
      { cwd: folder, env: { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'UTC' }, ...runner },
    );
    rmSync(passwordFile, { force: true });
    if (result.code === 0) return renameSync(draft, data);
    output = result.output;
  }
  throw new Told(`PostgreSQL could not make its data folder ${data}:\n${output.trim()}`);
}
