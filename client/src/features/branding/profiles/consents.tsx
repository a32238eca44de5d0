import { CONSENT_KINDS, CONSENT_TEXTS, type ConsentKind } from '@qafila/shared/branding/consent-texts';
import { type ProfileDetail, recordConsent } from '@qafila/shared/branding/profiles.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { ErrorLine } from '../../../ui/states';
import { Timeline } from '../../../ui/timeline';
import { sayDone } from '../../../ui/toast';
import { profileQuery } from './api';

/** What the store may show of this brand: nothing, unless it is given here, with the words it is given to. */
export function Consents({ profile }: { readonly profile: ProfileDetail }): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  return (
    <Card title={t('consent.title')}>
      <p className="small muted">{t('consent.hint')}</p>
      {CONSENT_KINDS.map((kind) => (
        <Consent key={kind} kind={kind} profile={profile} />
      ))}
      {profile.consents.length > 0 && (
        <Timeline
          items={profile.consents.map((row) => ({
            key: `${row.kind} ${row.at}`,
            what: t('consent.row', {
              kind: t(`consent.kind.${row.kind}`),
              decision: t(`consent.${row.decision}`),
              version: format.number(row.textVersion),
            }),
            when: t('history.by', { name: `\u2068${row.by}\u2069`, date: format.dateTime(row.at) }),
          }))}
        />
      )}
    </Card>
  );
}

function Consent({
  kind,
  profile,
}: {
  readonly kind: ConsentKind;
  readonly profile: ProfileDetail;
}): ReactNode {
  const { t } = useTranslation('profiles');
  const { locale } = useLocale();
  const format = useFormats();
  const client = useQueryClient();
  const key = useRef(newKey());
  const { version, text } = CONSENT_TEXTS[kind];
  const isGiven = profile.consents.find((row) => row.kind === kind)?.decision === 'granted';
  const decision = isGiven ? 'withdrawn' : 'granted';
  const record = useMutation({
    mutationFn: () =>
      call(recordConsent, {
        params: { id: profile.id },
        body: { kind, decision, textVersion: version, locale },
        idempotencyKey: key.current,
      }),
    onSuccess: (saved) => {
      key.current = newKey();
      client.setQueryData(profileQuery(profile.id).queryKey, saved);
      sayDone(t('consent.done'));
    },
  });
  return (
    <section className="consent" aria-label={t(`consent.kind.${kind}`)}>
      <div className="between">
        <h3>{t(`consent.kind.${kind}`)}</h3>
        <Chip tone={isGiven ? 'ok' : 'plain'}>{t(isGiven ? 'consent.on' : 'consent.off')}</Chip>
      </div>
      <blockquote>
        <p>{text[locale]}</p>
        <footer className="small muted">
          {t('consent.textVersion', { version: format.number(version) })}
        </footer>
      </blockquote>
      {profile.mayEdit && (
        <div>
          <Button size="small" busy={record.isPending} onClick={() => record.mutate()}>
            {t(isGiven ? 'consent.withdraw' : 'consent.grant')}
          </Button>
        </div>
      )}
      <ErrorLine error={record.error} />
    </section>
  );
}
