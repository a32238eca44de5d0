// @ts-check
import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Told } from '../say.mjs';
import { binariesFor, clusterFolder, runnerFor } from './place.mjs';
import { passwordsIn } from './roles.mjs';

/** @typedef {ReturnType<typeof prepare>} Site */

/**
 * Where everything of a cluster is, who runs it, and its passwords.
 * @param {string} home absolute
 */
export function prepare(home) {
  const folder = clusterFolder(home);
  const data = path.join(folder, 'data');
  const secret = path.join(home, 'passwords.json');
  if (existsSync(data) && !existsSync(secret)) {
    // Outside the checkout this is the database of a checkout that was deleted; inside, somebody's loss.
    if (folder === home)
      throw new Told(`${secret} is missing, so nobody can sign in. Begin anew with --fresh.`);
    rmSync(folder, { recursive: true, force: true });
    clusterFolder(home);
  }
  const runner = runnerFor(data);
  if (process.getuid && !runner && existsSync(data) && statSync(data).uid !== process.getuid()) {
    throw new Told(`${data} belongs to another user. Start as that user, or remove ${folder} as root.`);
  }
  const log = path.join(home, 'postgres.log');
  return {
    home,
    folder,
    data,
    runner,
    log,
    bin: binariesFor(folder, runner),
    passwords: passwordsIn(secret),
  };
}
