import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import {
  approveApplication,
  giveVerdict,
  markField,
  readReview,
  rejectApplication,
  releaseApplication,
  requestChanges,
} from '@qafila/shared/traders/application.contract';
import type { ChangeReason, RejectReason } from '@qafila/shared/traders/application-reasons';
import type { Mark, ReviewView, Verdict } from '@qafila/shared/traders/application-views';
import type { FieldName, ItemKind } from '@qafila/shared/traders/checklist';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, isProblem } from '../../../lib/call';
import { useIntention } from '../../../lib/intention';

const keyOf = (id: string): readonly unknown[] => ['application-review', id];

export const useReviewed = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(readReview, { params: { id }, signal }),
  });

/** One step of the review as the screen takes it. */
export type ReviewStep =
  | {
      readonly kind: 'verdict';
      readonly item: ItemKind;
      readonly verdict: Verdict;
      readonly reason?: ChangeReason;
      readonly text?: string;
    }
  | { readonly kind: 'mark'; readonly item: ItemKind; readonly field: FieldName; readonly mark: Mark | null }
  | { readonly kind: 'release' }
  | { readonly kind: 'send_back' }
  | { readonly kind: 'approve'; readonly priceList: PriceList; readonly accountManagerId: string }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly text: string };

function take(
  step: ReviewStep,
  at: { id: string; version: number },
  idempotencyKey: string,
): Promise<ReviewView> {
  const base = { params: { id: at.id }, ifMatch: at.version };
  switch (step.kind) {
    case 'verdict': {
      const { item, verdict, reason, text } = step;
      const body = { verdict, ...(reason && text ? { reason, text } : {}) };
      return call(giveVerdict, { ...base, params: { id: at.id, kind: item }, body });
    }
    case 'mark':
      return call(markField, {
        ...base,
        params: { id: at.id, kind: step.item },
        body: { field: step.field, mark: step.mark },
      });
    case 'release':
      return call(releaseApplication, base);
    case 'send_back':
      return call(requestChanges, { ...base, idempotencyKey });
    case 'approve': {
      const body = {
        priceList: step.priceList,
        currency: 'SAR' as const,
        accountManagerId: step.accountManagerId,
      };
      return call(approveApplication, { ...base, idempotencyKey, body });
    }
    case 'reject':
      return call(rejectApplication, {
        ...base,
        idempotencyKey,
        body: { reason: step.reason, text: step.text },
      });
  }
}

/** Takes steps one after the other, each on the version of the one before. */
export function useReviewSteps(id: string) {
  const client = useQueryClient();
  const intention = useIntention();
  return useMutation({
    scope: { id: `review-${id}` },
    mutationFn: (step: ReviewStep) => {
      const known = client.getQueryData<ReviewView>(keyOf(id));
      const at = { id, version: known?.version ?? 0 };
      return intention.send(step, (sent, key) => take(sent, at, key));
    },
    onSuccess: (view, step) => {
      intention.renew();
      client.setQueryData(keyOf(id), view);
      if (step.kind !== 'verdict' && step.kind !== 'mark')
        void client.invalidateQueries({ queryKey: ['applications'] });
    },
    onError: (error) => {
      const isMoved = isProblem(error, 'STALE_RECORD') || isProblem(error, 'APPLICATION_CLAIMED');
      if (isMoved || isProblem(error, 'WRONG_STATE')) void client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}
