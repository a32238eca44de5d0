import '../styles/briefs.css';
import { BRIEF_LIMITS } from '@qafila/shared/branding/brief-views';
import { createBrief } from '@qafila/shared/branding/briefs.contract';
import type { ProfileCard } from '@qafila/shared/branding/profiles.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight, Stamp } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button, LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SelectField, TextField } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorLine, ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { cardsQuery } from '../profiles/api';
import { BRIEFS_KEY, briefQuery } from './api';

/** Begins a brief: only its brand has to be known. Everything else is typed on the next screen and saves itself. */
export function NewBriefScreen(): ReactNode {
  const { t } = useTranslation('briefs');
  const cards = useQuery(cardsQuery);
  const brands = (cards.data?.rows ?? []).filter(({ state }) => state !== 'archived');
  return (
    <Page
      title={t('new.title')}
      sub={t('new.sub')}
      actions={
        <LinkButton to="/brand/briefs" icon={ArrowLeft} flipIcon>
          {t('screen.back')}
        </LinkButton>
      }
    >
      <div className="stack">
        <BrandNav />
        {cards.isPending && <CardsSkeleton cards={1} />}
        {cards.isError && <ErrorState error={cards.error} onRetry={() => void cards.refetch()} />}
        {cards.isSuccess && brands.length === 0 && (
          <EmptyState
            icon={Stamp}
            title={t('new.noBrand')}
            action={<LinkButton to="/brand">{t('new.toBrands')}</LinkButton>}
          >
            {t('new.noBrandText')}
          </EmptyState>
        )}
        {brands.length > 0 && <BeginForm brands={brands} />}
      </div>
    </Page>
  );
}

function BeginForm({ brands }: { readonly brands: readonly ProfileCard[] }): ReactNode {
  const { t } = useTranslation('briefs');
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  const usual = brands.find(({ state }) => state === 'active') ?? brands[0];
  const [brandProfileId, setBrand] = useState(usual?.id ?? '');
  const [title, setTitle] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      intention.send({ brandProfileId, title }, (body, idempotencyKey) =>
        call(createBrief, { body, idempotencyKey }),
      ),
    onSuccess: async (brief) => {
      client.setQueryData(briefQuery(brief.id).queryKey, brief);
      await client.invalidateQueries({ queryKey: [...BRIEFS_KEY, 'list'] });
      await navigate({ to: `/brand/briefs/${brief.id}` });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!begin.isPending) begin.mutate();
  };
  return (
    <Card className="brief-begin">
      <form className="stack" onSubmit={submit} noValidate>
        <SelectField
          label={t('form.brand')}
          hint={t('new.brandHint')}
          value={brandProfileId}
          error={say.field(begin.error, 'brandProfileId')}
          options={brands.map(({ id, nameLatin }) => ({ value: id, text: nameLatin }))}
          onChange={setBrand}
        />
        <TextField
          label={t('form.title')}
          hint={t('form.titleHint')}
          maxLength={BRIEF_LIMITS.title}
          value={title}
          error={say.field(begin.error, 'title')}
          onChange={setTitle}
        />
        <ErrorLine error={begin.error} />
        <div>
          <Button type="submit" kind="primary" icon={ArrowRight} flipIcon iconLast busy={begin.isPending}>
            {t('new.begin')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
