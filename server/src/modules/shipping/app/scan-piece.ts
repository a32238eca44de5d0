import { Injectable } from '@nestjs/common';
import { asciiDigits } from '@qafila/shared/kernel/digits';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { Catalogue, type VariantFacts } from '../../catalogue/catalogue.api';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ItemRepository } from '../db/item.repository';
import { ParcelReader } from './parcel-reader';

/** Puts one scanned piece into the parcel. However many scanners are at it, no piece goes in twice. */
@Injectable()
export class ScanPiece {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly catalogue: Catalogue,
    private readonly reader: ParcelReader,
  ) {}

  run(actor: Actor, id: string, typed: string): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const parcel = await this.consignments.byId(tx, id);
      if (parcel.state === 'on_hold') throw new Problem('PARCEL_HELD');
      if (parcel.state !== 'picking') throw new Problem('WRONG_STATE');
      const items = await this.items.of(tx, parcel);
      const variantIds = items.map((item) => item.variantId);
      const variants = await this.catalogue.variantsOf(tx, variantIds);
      const code = asciiDigits(typed).toUpperCase();
      const scanned = [...variants.values()].find((variant) => isCodeOf(variant, code));
      if (!scanned) throw new Problem('NOT_IN_THIS_PARCEL', { code });
      const isIn = await this.items.packOne(tx, parcel, scanned.variantId);
      if (!isIn) throw new Problem('ALREADY_COMPLETE', { code: scanned.sku });
      return this.reader.view(tx, id);
    });
  }
}

/** Scanners read a GTIN with 8, 12, 13 or 14 digits: leading zeros say nothing. */
const significant = (gtin: string): string => gtin.replace(/^0+/, '');

const isCodeOf = ({ sku, gtin }: VariantFacts, code: string): boolean =>
  sku.toUpperCase() === code || (/^\d+$/.test(code) && significant(gtin) === significant(code));
