import { execFileSync, spawnSync } from 'node:child_process';

/** True where `oathtool`, an authenticator by other people, is installed. */
export const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

/** The six digits that `oathtool` shows for a base32 seed at a moment. */
export function oathtoolCode(secret: string, at: Date): string {
  const now = `--now=@${Math.floor(at.getTime() / 1000)}`;
  return execFileSync('oathtool', ['--totp', '-b', now, secret], { encoding: 'utf8' }).trim();
}
