import {
  getParcel,
  handOverParcel,
  labelParcel,
  type ParcelView,
  packParcel,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, isProblem, newKey } from '../../lib/call';

const parcelKey = (id: string) => ['parcel', id] as const;

/** The parcel in hand. */
export const useParcel = (id: string) =>
  useQuery({
    queryKey: parcelKey(id),
    queryFn: ({ signal }) => call(getParcel, { params: { id }, signal }),
  });

/**
 * One step of the parcel. Steps of a parcel run one after the other, however fast the scanner is;
 * each answers with the parcel as it stands then.
 */
function useStep<Input>(id: string, send: (input: Input, key: string) => Promise<ParcelView>) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `parcel-${id}` },
    mutationFn: (input: Input) => send(input, newKey()),
    onSuccess: (parcel) => {
      client.setQueryData(parcelKey(id), parcel);
      void client.invalidateQueries({ queryKey: ['parcels'] });
      void client.invalidateQueries({ queryKey: ['today'] });
    },
    onError: (error) => {
      // A refused label leaves the verdict of its scan behind.
      if (isProblem(error, 'WRONG_STATE') || isProblem(error, 'LEAK_FOUND'))
        void client.invalidateQueries({ queryKey: parcelKey(id) });
    },
  });
}

export interface HandOver {
  readonly carrier: NonNullable<ParcelView['carrier']>;
  readonly trackingNumber: string;
}

/** Every step the packer can take with a parcel. */
export function useParcelSteps(id: string) {
  const params = { id };
  return {
    start: useStep(id, (_: undefined, idempotencyKey) => call(startPicking, { params, idempotencyKey })),
    scan: useStep(id, (code: string, idempotencyKey) =>
      call(scanPiece, { params, body: { code }, idempotencyKey }),
    ),
    pack: useStep(id, (weightGrams: number, idempotencyKey) =>
      call(packParcel, { params, body: { weightGrams }, idempotencyKey }),
    ),
    label: useStep(id, (_: undefined, idempotencyKey) => call(labelParcel, { params, idempotencyKey })),
    handOver: useStep(id, (body: HandOver, idempotencyKey) =>
      call(handOverParcel, { params, body, idempotencyKey }),
    ),
  };
}
export type ParcelSteps = ReturnType<typeof useParcelSteps>;
