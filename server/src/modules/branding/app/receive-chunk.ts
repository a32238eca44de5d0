import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { chunkLength, chunksOf } from '@qafila/shared/branding/assets.rules';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Quarantine } from '../../../platform/files/quarantine';
import { Problem } from '../../../platform/problems/problem';
import { UploadRepository } from '../db/upload.repository';
import type { Upload } from '../domain/upload';

interface Part {
  readonly n: number;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Takes one part of a file, whole and proven by its hash, or nothing of it. The same part again changes nothing. */
@Injectable()
export class ReceiveChunk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly quarantine: Quarantine,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, part: Part): Promise<{ received: number }> {
    const scope = scopeOf(actor);
    const upload = await this.unitOfWork.run(scope, (tx) => this.uploads.find(tx, id));
    refuseWrong(upload, part);
    const received = await this.unitOfWork.run(scope, async (tx) => {
      // Held, so that the parts of a file that is put together or removed meanwhile do not come back.
      const held = await this.uploads.find(tx, id, 'share');
      if (held.assetId !== null) throw new Problem('UPLOAD_FINISHED');
      await this.quarantine.put(held, part, part.bytes);
      const noted = await this.uploads.addPart(tx, held, { ...part, byteCount: part.bytes.length });
      if (noted.sha256 === part.sha256) return noted.received;
      await this.quarantine.removePart(held, part);
      throw new Problem('UPLOAD_CHUNK_DIFFERS', { part: part.n + 1 });
    });
    await this.unitOfWork.run(scope, (tx) => this.uploads.touch(tx, upload, this.clock.now()));
    return { received };
  }
}

function refuseWrong(upload: Upload, { n, sha256, bytes }: Part): void {
  if (upload.assetId !== null) throw new Problem('UPLOAD_FINISHED');
  if (n >= chunksOf(upload.byteCount)) throw new Problem('NOT_FOUND');
  const isWhole = bytes.length === chunkLength(upload.byteCount, n);
  if (!isWhole || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Problem('UPLOAD_CHUNK_WRONG', { part: n + 1 });
}
