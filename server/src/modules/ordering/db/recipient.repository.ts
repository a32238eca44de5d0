import { Injectable } from '@nestjs/common';
import type { NationalAddress } from '@qafila/shared/shipping/address.rules';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { OrderKey, Recipient } from '../domain/order';

interface Row {
  id: string;
  name_enc: string;
  phone_enc: string;
  email_enc: string | null;
  address_enc: string;
  items: { variantId: string; quantity: number }[];
}

type Column = 'name_enc' | 'phone_enc' | 'email_enc' | 'address_enc';
const place = (column: Column, rowId: string) => ({ table: 'order_recipients', column, rowId });

/** Recipients of an order. Name, phone, mail and address are sealed with the company's key. */
@Injectable()
export class RecipientRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The recipients in their order, opened. */
  async of(tx: Tx, order: OrderKey): Promise<Recipient[]> {
    const rows = await tx.query<Row>(
      `select r.id, r.name_enc, r.phone_enc, r.email_enc, r.address_enc,
         (select coalesce(json_agg(json_build_object('variantId', i.variant_id, 'quantity', i.quantity)
             order by i.variant_id), '[]')
           from order_recipient_items i where i.company_id = r.company_id and i.recipient_id = r.id) as items
       from order_recipients r where r.company_id = $1 and r.order_id = $2 order by r.position`,
      [order.companyId, order.id],
    );
    if (rows.length === 0) return [];
    const sealer = await this.cipher.sealerFor(order.companyId);
    return rows.map((row) => opened(row, sealer));
  }

  /** Ids of the recipients an order has and of the variants that can be shared out. */
  async known(tx: Tx, order: OrderKey): Promise<{ recipientIds: string[]; variantIds: string[] }> {
    const [row] = await tx.query<{ recipientIds: string[]; variantIds: string[] }>(
      `select array(select id from order_recipients where company_id = $1 and order_id = $2) as "recipientIds",
         array(select variant_id from order_lines where company_id = $1 and order_id = $2) as "variantIds"`,
      [order.companyId, order.id],
    );
    return row ?? { recipientIds: [], variantIds: [] };
  }

  /** Replaces the whole list. */
  async replace(tx: Tx, order: OrderKey, recipients: readonly Recipient[]): Promise<void> {
    await tx.query('delete from order_recipients where company_id = $1 and order_id = $2', [
      order.companyId,
      order.id,
    ]);
    if (recipients.length === 0) return;
    const sealer = await this.cipher.sealerFor(order.companyId);
    const seal = (column: Column, { id }: Recipient, plain: string): string =>
      sealer.seal(place(column, id), plain);
    const items = recipients.flatMap(({ id, items: shares }) => shares.map((share) => ({ id, ...share })));
    await tx.query(
      `with given as (
         insert into order_recipients (company_id, id, order_id, position, name_enc, phone_enc, email_enc, address_enc)
         select $1, r.id, $2, r.position, r.name_enc, r.phone_enc, r.email_enc, r.address_enc
         from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[])
           as r(id, position, name_enc, phone_enc, email_enc, address_enc)
       )
       insert into order_recipient_items (company_id, recipient_id, variant_id, quantity)
       select $1, i.recipient_id, i.variant_id, i.quantity
       from unnest($9::uuid[], $10::uuid[], $11::int[]) as i(recipient_id, variant_id, quantity)`,
      [
        order.companyId,
        order.id,
        recipients.map((each) => each.id),
        recipients.map((_, position) => position),
        recipients.map((each) => seal('name_enc', each, each.name)),
        recipients.map((each) => seal('phone_enc', each, each.phone)),
        recipients.map((each) => (each.email === null ? null : seal('email_enc', each, each.email))),
        recipients.map((each) => seal('address_enc', each, JSON.stringify(each.address))),
        items.map((item) => item.id),
        items.map((item) => item.variantId),
        items.map((item) => item.quantity),
      ],
    );
  }
}

const opened = (row: Row, sealer: Sealer): Recipient => ({
  id: row.id,
  name: sealer.open(place('name_enc', row.id), row.name_enc),
  phone: sealer.open(place('phone_enc', row.id), row.phone_enc),
  email: row.email_enc === null ? null : sealer.open(place('email_enc', row.id), row.email_enc),
  address: JSON.parse(sealer.open(place('address_enc', row.id), row.address_enc)) as NationalAddress,
  items: row.items,
});
