import { createHash } from 'node:crypto';
import type { DenyList } from '../domain/deny-list';

/** SHA-256 of a deny-list's entries in any order, for the certificate: which list a scan was made with. */
export const listFingerprint = ({ entries }: DenyList): string =>
  createHash('sha256')
    .update(
      entries
        .map((entry) => [entry.list, entry.kind, entry.mode, entry.token].join(' '))
        .sort()
        .join('\n'),
    )
    .digest('hex');
