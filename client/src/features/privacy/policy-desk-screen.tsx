import './styles/privacy.css';
import { LOCALES, type Locale } from '@qafila/shared/kernel/locale';
import { countChanges, diffPolicies } from '@qafila/shared/privacy/policy-diff';
import { blocksOf, firstUnevenBlock } from '@qafila/shared/privacy/policy-text';
import type { PolicyTexts } from '@qafila/shared/privacy/privacy.contract';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../lib/address';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { Button, LinkButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Page } from '../../ui/page';
import { Segments } from '../../ui/segments';
import { CardsSkeleton } from '../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../ui/states';
import { policyQuery } from './api';
import { PolicyArticle, PolicyChanges } from './policy-article';
import { PublishDialog } from './publish-dialog';
import { usePolicyDraft } from './use-policy-draft';

/** Each language by its own name. */
const OWN_NAME: Readonly<Record<Locale, string>> = {
  no: 'Norsk',
  en: 'English',
  ar: 'العربية',
  fr: 'Français',
};
const VIEWS = ['changes', 'whole'] as const;
const ROWS = 26;

/** The next version of the policy: four texts side by side with what changes, then published with a fresh code. */
export function PolicyDeskScreen(): ReactNode {
  const { t } = useTranslation('privacy');
  const work = usePolicyDraft();
  const { draft, texts } = work;
  const basedOn = draft.data?.basedOn ?? 1;
  const before = useQueries({
    queries: LOCALES.map((locale) => ({
      ...policyQuery(basedOn, locale),
      enabled: draft.data !== undefined,
    })),
    combine: (all) => {
      const [en, ar, no, fr] = all.map((each) => each.data?.text);
      const isThere = en !== undefined && ar !== undefined && no !== undefined && fr !== undefined;
      return {
        texts: isThere ? { en, ar, no, fr } : null,
        error: all.find((each) => each.error)?.error ?? null,
      };
    },
  });
  const failed = draft.error ?? before.error;
  return (
    <Page
      title={t('desk.title')}
      sub={t('desk.lead')}
      actions={
        <LinkButton to="/policy" size="small">
          {t('desk.inForce')}
        </LinkButton>
      }
    >
      {failed && <ErrorState error={failed} onRetry={() => void draft.refetch()} />}
      {!failed && !(texts && before.texts) && <CardsSkeleton cards={2} />}
      {texts && before.texts && <Desk work={work} before={before.texts} texts={texts} basedOn={basedOn} />}
    </Page>
  );
}

interface DeskProps {
  readonly work: ReturnType<typeof usePolicyDraft>;
  readonly before: PolicyTexts;
  readonly texts: PolicyTexts;
  readonly basedOn: number;
}

function Desk({ work, before, texts, basedOn }: DeskProps): ReactNode {
  const { t } = useTranslation('privacy');
  const [locale, setLocale] = useAddressValue('text', LOCALES, 'no');
  const [view, setView] = useAddressValue('view', VIEWS, 'changes');
  return (
    <div className="stack">
      <div className="inline desk-bar">
        <Segments
          label={t('desk.language')}
          value={locale}
          onChange={setLocale}
          options={(['no', 'ar', 'en', 'fr'] as const).map((value) => ({ value, text: OWN_NAME[value] }))}
        />
        <Saved work={work} />
      </div>
      <div className="desk-sides">
        <Field label={t('desk.text', { language: OWN_NAME[locale] })} hint={t('desk.marks')}>
          {({ id, describedBy }) => (
            <textarea
              id={id}
              className="input desk-text"
              dir={locale === 'ar' ? 'rtl' : 'ltr'}
              rows={ROWS}
              spellCheck={false}
              aria-describedby={describedBy}
              value={texts[locale]}
              onChange={(event) => work.write(locale, event.target.value)}
            />
          )}
        </Field>
        <div className="stack">
          <Segments
            label={t('desk.view')}
            value={view}
            onChange={setView}
            options={VIEWS.map((value) => ({ value, text: t(`desk.${value}`) }))}
          />
          {view === 'changes' ? (
            <PolicyChanges before={before[locale]} after={texts[locale]} locale={locale} brief />
          ) : (
            <PolicyArticle text={texts[locale]} locale={locale} />
          )}
        </div>
      </div>
      <PublishBar work={work} before={before} texts={texts} basedOn={basedOn} />
    </div>
  );
}

function Saved({ work }: Pick<DeskProps, 'work'>): ReactNode {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const { save, savedAt, isResting } = work;
  if (save.isError) return <ErrorLine error={save.error} />;
  if (save.isPending || isResting) return <span className="small muted">{t('desk.saving')}</span>;
  if (savedAt === null) return null;
  return <span className="small muted">{t('desk.saved', { time: format.time(savedAt) })}</span>;
}

/** Why the texts cannot be published yet, in the words of the server. */
function useHindrance(before: PolicyTexts, texts: PolicyTexts): string | undefined {
  const say = useSay();
  const isSame = LOCALES.every((locale) => before[locale].trim() === texts[locale].trim());
  if (isSame) return say.reason({ code: 'POLICY_UNCHANGED', params: {} });
  const uneven = firstUnevenBlock(texts);
  return uneven === null ? undefined : say.reason({ code: 'POLICY_UNEVEN', params: { line: uneven } });
}

function PublishBar({ work, before, texts, basedOn }: DeskProps): ReactNode {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const [isOpen, setOpen] = useState(false);
  const reason = useHindrance(before, texts);
  return (
    <div className="desk-publish">
      <p className="small muted">{t('desk.effect')}</p>
      <Button kind="primary" onClick={() => setOpen(true)} {...(reason === undefined ? {} : { reason })}>
        {t('desk.publish', { version: format.number(basedOn + 1) })}
      </Button>
      {isOpen && (
        <PublishDialog
          basedOn={basedOn}
          texts={texts}
          counts={LOCALES.map((locale) => ({
            name: OWN_NAME[locale],
            counts: countChanges(diffPolicies(blocksOf(before[locale]), blocksOf(texts[locale]))),
          }))}
          onClose={() => setOpen(false)}
          onDone={() => void work.draft.refetch()}
        />
      )}
    </div>
  );
}
