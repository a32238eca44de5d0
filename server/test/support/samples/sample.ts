import type { Endpoint } from '@qafila/shared/access/endpoint';
import type { TestApp, TestCall } from '../test-app';
import type { CompanyWorld, World } from '../world';

/** What a sample is made for: whose things it names. */
export interface SampleAt {
  readonly world: World;
  /** The company whose order, parcel or profile stands in the path. */
  readonly company: CompanyWorld;
}
export type SampleCall = Pick<TestCall<Endpoint>, 'params' | 'query' | 'body' | 'version' | 'file'>;
export type Sample = (at: SampleAt) => SampleCall | Promise<SampleCall>;
/** Samples by the id of their endpoint. */
export type Samples = Readonly<Record<string, Sample>>;

/** The first row of a query; throws when there is none, so that a sample never names nothing by accident. */
export const firstOf = <Row>(app: TestApp, sql: string, parameters: readonly unknown[] = []): Promise<Row> =>
  app.system(async (tx) => {
    const [row] = await tx.query<Row>(sql, parameters);
    if (!row) throw new Error(`No row for a sample: ${sql}`);
    return row;
  });

/** An order of the company with its version as it is now. */
export const onOrder =
  (kind: keyof CompanyWorld['orders'], body?: (at: SampleAt) => object | Promise<object>): Sample =>
  async (at) => {
    const id = at.company.orders[kind];
    const { version } = await firstOf<{ version: number }>(
      at.world.app,
      'select version from orders where id = $1',
      [id],
    );
    return { params: { id }, version, ...(body ? { body: await body(at) } : {}) };
  };
/** A parcel of the company at a stop. */
export const onParcel =
  (stop: keyof CompanyWorld['parcels'], body?: (at: SampleAt) => object | Promise<object>): Sample =>
  async (at) => ({
    params: { id: at.company.parcels[stop] },
    ...(body ? { body: await body(at) } : {}),
  });
