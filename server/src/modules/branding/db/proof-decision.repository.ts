import { Injectable } from '@nestjs/common';
import type { ProofDecision } from '@qafila/shared/branding/decisions.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Decision } from '../domain/approval';
import type { Proof } from '../domain/proof';

type Of = Pick<Proof, 'companyId' | 'id'>;

const approvalsWhere = (
  same: string,
) => `select d.decision, d.person_id as "personId", p.name, d.decided_at as at, d.hash
  from proof_decisions d join people p on p.id = d.person_id
  where d.company_id = $1 and d.proof_id = $2 and d.decision = 'approved' and (${same}) and not exists (
    select 1 from proof_decisions l where l.company_id = d.company_id and l.proof_id = d.proof_id
      and l.person_id = d.person_id and l.decision = 'approved' and l.position > d.position)
  order by d.position`;

/** Decisions on versions: each record holds the hash of the one before it, and none is ever changed. */
@Injectable()
export class ProofDecisionRepository {
  /**
   * Approvals of one version, in the order they were given; of one person the last.
   * @param contentHash what they signed; `null` for whatever they signed
   */
  approvals(tx: Tx, proof: Of, contentHash: string | null): Promise<Decision[]> {
    const same = "$3::text is null or d.content #>> '{hashes,content}' = $3";
    return tx.query<Decision>(approvalsWhere(same), [proof.companyId, proof.id, contentHash]);
  }

  /** The same of those who signed exactly this: an approval of what has changed since does not count. */
  approvalsOfContent(tx: Tx, proof: Of, signed: object): Promise<Decision[]> {
    const same = "d.content #>> '{hashes,content}' = content_sha256($3::jsonb)";
    return tx.query<Decision>(approvalsWhere(same), [proof.companyId, proof.id, JSON.stringify(signed)]);
  }

  /** Hashes as the database takes them over its own writing of a content: anybody can compute them again. */
  async hashesOf(tx: Tx, contents: readonly object[]): Promise<string[]> {
    const row = oneRow(
      await tx.query<{ hashes: string[] }>(
        `select array(select content_sha256(c.content) from jsonb_array_elements($1::jsonb) with ordinality
           as c(content, position) order by c.position) as hashes`,
        [JSON.stringify(contents)],
      ),
    );
    return row.hashes;
  }

  /** Writes the next record of a brief that is held; answers its hash. */
  async add(
    tx: Tx,
    proof: Proof,
    given: {
      readonly id: string;
      readonly decision: ProofDecision;
      readonly personId: string;
      readonly at: Date;
      readonly content: object;
    },
  ): Promise<string> {
    const rows = await tx.query<{ hash: string }>(
      `insert into proof_decisions (company_id, id, brief_id, proof_id, position, decision, person_id, decided_at,
         previous_hash, content)
       select $1, $2, $3, $4, coalesce(l.position, 0) + 1, $5, $6, $7, l.hash,
         $8::jsonb || jsonb_build_object('previousHash', l.hash)
       from (select 1) as one left join lateral (
         select d.position, d.hash from proof_decisions d where d.company_id = $1 and d.brief_id = $3
         order by d.position desc limit 1) l on true
       returning hash`,
      [
        ...[proof.companyId, given.id, proof.briefId, proof.id, given.decision, given.personId, given.at],
        JSON.stringify({
          ...given.content,
          decision: given.decision,
          proofId: proof.id,
          personId: given.personId,
          at: given.at.toISOString(),
        }),
      ],
    );
    return oneRow(rows).hash;
  }
}
