import type { AuditKey } from './audit-key';
import { FIRST_HASH } from './chain-audit';
import type { AuditFault, FaultKind, SignedHead } from './judge-chain';
import type { Seal } from './seal-files';
import { documentHash, type SealedHeads } from './seal-heads';

/** What the seals say: the heads that were signed, and what is wrong with the seals themselves. */
export interface JudgedSeals {
  readonly heads: readonly SignedHead[];
  readonly faults: readonly AuditFault[];
}

const fault = (kind: FaultKind, seal: number): AuditFault => ({
  kind,
  chainId: null,
  seq: seal,
  eventId: null,
});

/** Compares the seals of the table with their files, checks every signature and that each follows the one before. */
export function judgeSeals(
  key: Pick<AuditKey, 'isSigned'>,
  given: { readonly rows: readonly Seal[]; readonly files: ReadonlyMap<number, Seal> },
): JudgedSeals {
  const rows = new Map(given.rows.map((seal) => [seal.number, seal]));
  const last = Math.max(0, ...rows.keys(), ...given.files.keys());
  const faults: AuditFault[] = [];
  const heads = new Map<string, SignedHead>();
  let previous = FIRST_HASH;
  for (let number = 1; number <= last; number += 1) {
    const row = rows.get(number);
    const file = given.files.get(number);
    faults.push(...faultsBetween(row, file, number));
    const trusted = [row, file].find((seal) => seal && key.isSigned(seal.document, seal.signature));
    for (const seal of [row, file])
      if (seal && !key.isSigned(seal.document, seal.signature)) faults.push(fault('seal_forged', number));
    if (!trusted) continue;
    const signed: SealedHeads = JSON.parse(trusted.document);
    if (signed.number !== number || signed.previous !== previous) faults.push(fault('seal_order', number));
    previous = documentHash(trusted.document);
    for (const [chainId, seq, hash] of signed.heads) heads.set(`${chainId}/${seq}`, { chainId, seq, hash });
  }
  return { heads: [...heads.values()], faults };
}

function faultsBetween(row: Seal | undefined, file: Seal | undefined, number: number): AuditFault[] {
  if (!row) return [fault('seal_gone', number)];
  if (!file) return [fault('seal_file_gone', number)];
  const isSame = row.document === file.document && row.signature === file.signature && row.day === file.day;
  return isSame ? [] : [fault('seal_differs', number)];
}
