import '../styles/packaging.css';
import { type PackagingView, packagingDieline } from '@qafila/shared/branding/packaging.contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft, Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useLeaveQuestion } from '../../../lib/use-leave-question';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SelectField } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Segments } from '../../../ui/segments';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { DielineView } from '../mockup/dieline-view';
import { ProductView } from '../mockup/product-view';
import { useLook } from '../mockup/use-look';
import { packagingListQuery, packagingQuery, readyFilesQuery, shippingBrandsQuery } from './api';
import { PackagingFormCard } from './packaging-form';
import { PackagingSteps } from './packaging-steps';
import { StateChip } from './state-chip';
import { SizeChecks, Terms, Versions } from './terms';
import { type PackagingForm, usePackagingForm } from './use-packaging-form';

/** One packaging spec: what it says on one side, how it looks on the other, live. */
export function PackagingScreen(): ReactNode {
  const { t } = useTranslation('packaging');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const spec = useQuery(packagingQuery(id));
  return (
    <Page
      title={spec.data?.name ?? t('screen.title')}
      heading={spec.data && <bdi>{spec.data.name}</bdi>}
      sub={spec.data && <StateLine spec={spec.data} />}
      actions={
        <LinkButton to="/brand/packaging" icon={ArrowLeft} flipIcon>
          {t('screen.back')}
        </LinkButton>
      }
    >
      <div className="stack">
        <BrandNav />
        {spec.isPending && <CardsSkeleton cards={2} />}
        {spec.isError && (
          <ErrorState error={spec.error} what={t('screen.failed')} onRetry={() => void spec.refetch()} />
        )}
        {spec.isSuccess && <Desk key={spec.data.id} spec={spec.data} />}
      </div>
    </Page>
  );
}

function StateLine({ spec }: { readonly spec: PackagingView }): ReactNode {
  const { t } = useTranslation('packaging');
  return (
    <span className="inline">
      <StateChip state={spec.state} />
      <span>{t('screen.version', { version: spec.version })}</span>
    </span>
  );
}

function Desk({ spec }: { readonly spec: PackagingView }): ReactNode {
  const form = usePackagingForm(spec);
  useLeaveQuestion(form.isChanged);
  const list = useQuery(packagingListQuery(false));
  return (
    <div className="packaging-columns">
      <div className="stack">
        <PackagingFormCard form={form} />
        <PackagingSteps spec={spec} isChanged={form.isChanged} />
      </div>
      <div className="stack packaging-sight">
        <Terms form={form} currency={list.data?.currency ?? 'SAR'} />
        <Sight spec={spec} form={form} />
        <SizeChecks spec={spec} />
        <Versions spec={spec} />
      </div>
    </div>
  );
}

type View = 'dieline' | 'product';

/** The dieline and the mock-up, in the look of a brand or of a file. */
function Sight({ spec, form }: { readonly spec: PackagingView; readonly form: PackagingForm }): ReactNode {
  const { t } = useTranslation('packaging');
  const [view, setView] = useState<View>('dieline');
  const [artworkId, setArtworkId] = useState('');
  const brands = useQuery(shippingBrandsQuery);
  const artworks = useQuery(readyFilesQuery('artwork'));
  const rows = brands.data?.rows ?? [];
  const brand = rows.find(({ id }) => id === form.content.brandProfileId) ?? rows[0];
  const { look, error } = useLook(brand, artworkId === '' ? null : artworkId);
  const name = form.content.name === '' ? spec.name : form.content.name;
  return (
    <Card>
      <div className="packaging-views">
        <Segments
          label={t('screen.view')}
          value={view}
          options={[
            { value: 'dieline', text: t('screen.dieline') },
            { value: 'product', text: t('screen.mockup') },
          ]}
          onChange={setView}
        />
        <SelectField
          label={t('screen.artwork')}
          value={artworkId}
          options={[
            { value: '', text: t('screen.logoAndColours') },
            ...(artworks.data?.rows ?? []).map((file) => ({ value: file.id, text: file.name })),
          ]}
          onChange={setArtworkId}
        />
      </div>
      <ErrorLine error={error} />
      {form.isBehind && (
        <p className="packaging-behind" role="status">
          {t('screen.behind')}
        </p>
      )}
      {view === 'dieline' ? (
        <DielineView
          dieline={form.dieline}
          look={look}
          name={name}
          note={
            <p className="small muted">
              {t('screen.dielineNote')}{' '}
              <a href={rawUrl(packagingDieline, { params: { id: spec.id } })} download>
                <Download size={13} aria-hidden /> {t('screen.dielineFile')}
              </a>
            </p>
          }
        />
      ) : (
        <ProductView content={{ ...form.content, name }} dieline={form.dieline} look={look} />
      )}
    </Card>
  );
}
