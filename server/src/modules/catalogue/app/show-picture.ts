import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProductRepository } from '../db/product.repository';

/** The drawn picture of a product. */
@Injectable()
export class ShowPicture {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: ProductRepository,
  ) {}

  run(actor: Actor, productId: string): Promise<string> {
    return this.unitOfWork.run(scopeOf(actor), (tx) => this.products.picture(tx, productId));
  }
}
