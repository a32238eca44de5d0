import { Controller } from '@nestjs/common';
import { listProducts, productPicture } from '@qafila/shared/catalogue/catalogue.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListProducts } from '../app/list-products';
import { ShowPicture } from '../app/show-picture';

@Controller()
export class CatalogueController {
  constructor(
    private readonly list: ListProducts,
    private readonly picture: ShowPicture,
  ) {}

  @Handles(listProducts)
  listProducts(@TheCall() call: SignedInCall<typeof listProducts>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(productPicture)
  async productPicture(@TheCall() call: SignedInCall<typeof productPicture>) {
    const bytes = await this.picture.run(call.actor, call.params.id);
    // The address carries the hash of the picture, so a changed picture has another address.
    const cache = call.query.v === undefined ? 'no-store' : 'private';
    return sendBytes(call.http.reply, { bytes, type: 'image/svg+xml', cache });
  }
}
