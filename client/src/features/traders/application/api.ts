import {
  acceptTerms,
  applyAgain,
  readApplication,
  renewDocument,
  submitApplication,
} from '@qafila/shared/traders/application.contract';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, newKey } from '../../../lib/call';
import { useIntention } from '../../../lib/intention';

export const applicationQuery = queryOptions({
  queryKey: ['application'],
  queryFn: ({ signal }) => call(readApplication, { signal }),
});
export const useApplication = () => useQuery(applicationQuery);

/** Puts the newest answer in place: every call of the application answers all of it. */
export function useKeepReply(): (reply: ApplicationReply) => void {
  const client = useQueryClient();
  return (reply) => client.setQueryData(applicationQuery.queryKey, reply);
}

/** What the page knows now, past what was rendered. */
export function useNewest(): () => ApplicationReply | undefined {
  const client = useQueryClient();
  return () => client.getQueryData(applicationQuery.queryKey);
}

export function useAcceptTerms() {
  const keep = useKeepReply();
  return useMutation({
    mutationFn: (versions: { tradeTerms: number; recipientsAgreement: number }) =>
      call(acceptTerms, { body: versions }),
    onSuccess: keep,
  });
}

/** Sends what is saved; `before` finishes the saving. */
export function useSubmit(before: () => Promise<void>) {
  const keep = useKeepReply();
  const newest = useNewest();
  const intention = useIntention();
  return useMutation({
    mutationFn: async () => {
      await before();
      const version = newest()?.application?.version ?? 0;
      return intention.send({ version }, (_, idempotencyKey) =>
        call(submitApplication, { ifMatch: version, idempotencyKey }),
      );
    },
    onSuccess: (reply) => {
      intention.renew();
      keep(reply);
    },
  });
}

export function useApplyAgain() {
  const keep = useKeepReply();
  return useMutation({ mutationFn: () => call(applyAgain, { idempotencyKey: newKey() }), onSuccess: keep });
}

export function useRenew() {
  const keep = useKeepReply();
  return useMutation({
    mutationFn: (kind: ItemKind) => call(renewDocument, { params: { kind }, idempotencyKey: newKey() }),
    onSuccess: keep,
  });
}
