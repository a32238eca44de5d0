import { Injectable } from '@nestjs/common';
import { dielineOf } from '@qafila/shared/branding/dieline';
import { drawDieline } from '@qafila/shared/branding/dieline-drawing';
import { svgText } from '@qafila/shared/branding/svg-node';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PackagingRepository } from '../db/packaging.repository';

/** The dieline of a packaging spec as a file: the same drawing that the screen shows. */
@Injectable()
export class DrawPackaging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packaging: PackagingRepository,
  ) {}

  async run(actor: Actor, id: string): Promise<{ readonly name: string; readonly text: string }> {
    const scope = traderScope(actor);
    const { content } = await this.unitOfWork.run(scope, (tx) =>
      this.packaging.find(tx, { companyId: scope.companyId, id }),
    );
    const drawing = drawDieline(dielineOf(content), { layers: ['dieline', 'bleed', 'safe', 'sizes'] });
    return { name: content.name, text: svgText(drawing) };
  }
}
