import { z } from 'zod';

declare const idBrand: unique symbol;
/** A UUIDv7 of one kind of thing: two kinds cannot be swapped. */
export type Id<Kind extends string> = string & { readonly [idBrand]: Kind };

/** Schema of an id; `kind` is only a type. */
export const idSchema = <const Kind extends string>(_kind: Kind) =>
  z.uuid().transform((value) => value as Id<Kind>);

export const companyId = idSchema('company');
export const personId = idSchema('person');
export const orderId = idSchema('order');
export type CompanyId = Id<'company'>;
export type PersonId = Id<'person'>;
export type OrderId = Id<'order'>;

/** Letters and digits that cannot be mistaken for one another (no I, L, O, S, U). */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRTVWXYZ';
/** Public codes are random, carry no store prefix and no volume: `K7M-2QX9`. */
export const publicCodeSchema = z.string().regex(/^[0-9A-HJKMNP-RTV-Z]{3}-[0-9A-HJKMNP-RTV-Z]{4}$/);
