import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { reviewOrder } from '@qafila/shared/ordering/ordering.contract';
import { CircleCheck, Info, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../lib/i18n/say';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';

/** Ways to pay: offered, or not offered with the reason. */
export function Methods({
  methods,
}: {
  readonly methods: AnswerOf<typeof reviewOrder>['methods'];
}): ReactNode {
  const { t } = useTranslation('ordering');
  const say = useSay();
  return (
    <Card title={t('review.payment')}>
      <ul className="stack">
        {methods.map(({ method, offered, reason }) => (
          <li key={method} className={offered ? 'method' : 'method method-off'}>
            <Landmark size={22} aria-hidden />
            <div className="grow">
              <b>{t(`review.method.${method}`)}</b>
              <p className="small muted">
                {offered || reason === null ? t(`review.methodText.${method}`) : say.reason(reason)}
              </p>
            </div>
            {offered ? (
              <Chip tone="ok" icon={CircleCheck}>
                {t('review.offered')}
              </Chip>
            ) : (
              <Chip tone="warn" icon={Info}>
                {t('review.notOffered')}
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
