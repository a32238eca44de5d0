import { PREVIEW_DOCUMENTS, type PreviewDocument } from '@qafila/shared/branding/profiles.contract';
import { LOCALES, type Locale } from '@qafila/shared/kernel/locale';
import { LoaderCircle, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Card } from '../../../ui/card';
import { ScrollRegion } from '../../../ui/scroll-region';
import { Segments } from '../../../ui/segments';
import { ErrorState } from '../../../ui/states';
import { TrackingFrame } from './tracking-frame';
import type { Preview } from './use-preview';

const LANGUAGES: Readonly<Record<Locale, string>> = {
  en: 'English',
  ar: 'العربية',
  no: 'Norsk',
  fr: 'Français',
};

interface PreviewPaneProps {
  readonly drawn: Preview;
  readonly brand: { readonly name: string; readonly logo: string };
  readonly document: PreviewDocument;
  readonly locale: Locale;
  readonly onDocument: (document: PreviewDocument) => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The real documents of what stands in the form, one at a time, in the language of a recipient. */
export function PreviewPane(props: PreviewPaneProps): ReactNode {
  const { t } = useTranslation('profiles');
  const { drawn } = props;
  return (
    <Card
      title={t('preview.title')}
      className="preview-pane"
      aside={
        <span className="inline small muted" role="status">
          {drawn.isDrawing && (
            <>
              <LoaderCircle size={14} className="spin" aria-hidden />
              {t('preview.drawing')}
            </>
          )}
        </span>
      }
    >
      <Segments
        wide
        label={t('preview.document')}
        value={props.document}
        options={PREVIEW_DOCUMENTS.map((value) => ({ value, text: t(`preview.${value}`) }))}
        onChange={props.onDocument}
      />
      <Segments
        wide
        label={t('preview.language')}
        value={props.locale}
        options={LOCALES.map((value) => ({ value, text: LANGUAGES[value] }))}
        onChange={props.onLocale}
      />
      <ScrollRegion
        label={t(`preview.${props.document}`)}
        className={drawn.isDrawing ? 'preview-sheet preview-old' : 'preview-sheet'}
      >
        <Drawn {...props} />
      </ScrollRegion>
      <p className="small muted">{t('preview.note')}</p>
    </Card>
  );
}

function Drawn({ drawn, brand, document, locale }: PreviewPaneProps): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  const say = useSay();
  const { data, error, isError, refetch } = drawn.preview;
  const name = `\u2068${brand.name}\u2069`;
  if (isProblem(error, 'FIELDS_INVALID')) return <p className="preview-waits">{t('preview.waits')}</p>;
  if (isError) return <ErrorState error={error} what={t('preview.failed')} onRetry={() => void refetch()} />;
  if (!data) return <span className="skeleton preview-bone" />;
  if (data.refusals.length > 0) {
    return (
      <div className="preview-refused" role="alert">
        <ShieldAlert size={22} aria-hidden />
        <b>{t('preview.refused')}</b>
        {data.refusals.map((reason) => (
          <p key={reason.code}>{say.reason(reason)}</p>
        ))}
      </div>
    );
  }
  if (data.tracking) {
    const title = t('preview.trackingOf', { name });
    return <TrackingFrame title={title} parcel={data.tracking} locale={locale} logo={brand.logo} />;
  }
  return data.pages.map((page, at) => (
    <img
      key={page}
      src={`data:image/png;base64,${page}`}
      alt={
        document === 'label'
          ? t('preview.labelOf', { name })
          : t('preview.pageOf', { name, page: format.number(at + 1) })
      }
    />
  ));
}
