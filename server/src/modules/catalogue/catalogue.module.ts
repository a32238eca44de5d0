import { Module } from '@nestjs/common';
import { ListProducts } from './app/list-products';
import { ShowPicture } from './app/show-picture';
import { Catalogue } from './catalogue.api';
import { ProductRepository } from './db/product.repository';
import { StockRepository } from './db/stock.repository';
import { VariantRepository } from './db/variant.repository';
import { CatalogueController } from './http/catalogue.controller';

/** Goods, prices and stock. */
@Module({
  controllers: [CatalogueController],
  providers: [ListProducts, ShowPicture, ProductRepository, VariantRepository, StockRepository, Catalogue],
  exports: [Catalogue],
})
export class CatalogueModule {}
