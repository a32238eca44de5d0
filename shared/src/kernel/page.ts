import { z } from 'zod';

/** Keyset paging: `after` is the opaque cursor of the last row seen. */
export const pageQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A page of rows and the cursor of the next page, `null` at the end. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row), next: z.string().nullable() });
