import type { notOfferedSchema } from '@qafila/shared/payments/attempts.contract';
import { sayNotOffered } from '@qafila/shared/payments/method-reasons';
import { type MethodId, methodName } from '@qafila/shared/payments/methods';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useLocale } from '../../../lib/i18n/locale';
import { isOfKind, KINDS, METHOD_KINDS, type MethodKind } from './method-kinds';

interface Offer {
  readonly method: MethodId;
  readonly refusal: z.output<typeof notOfferedSchema> | null;
}
interface MethodChoiceProps {
  readonly offers: readonly Offer[];
  readonly value: MethodId | undefined;
  readonly onChange: (method: MethodId) => void;
}

/** Ways to pay, by kind, one of them chosen; those that are not offered stand below with their reasons. */
export function MethodChoice({ offers, value, onChange }: MethodChoiceProps): ReactNode {
  const { t } = useTranslation('ordering');
  const name = useId();
  const offered = offers.filter(({ refusal }) => refusal === null);
  return (
    <div className="stack">
      {offered.length > 0 && (
        <fieldset className="methods">
          <legend className="sr-only">{t('pay.legend')}</legend>
          {KINDS.map((kind) => {
            const methods = offered.map(({ method }) => method).filter((method) => isOfKind(method, kind));
            return methods.length > 0 && <Kind key={kind} {...{ kind, methods, name, value, onChange }} />;
          })}
        </fieldset>
      )}
      <NotOffered offers={offers} />
    </div>
  );
}

interface KindProps extends Pick<MethodChoiceProps, 'value' | 'onChange'> {
  readonly kind: MethodKind;
  readonly methods: readonly MethodId[];
  readonly name: string;
}

function Kind({ kind, methods, name, value, onChange }: KindProps): ReactNode {
  const { t } = useTranslation('ordering');
  const { locale } = useLocale();
  const Icon = METHOD_KINDS[kind].icon;
  return (
    <div className="stack-tight">
      <h3 className="small muted">{t(`pay.kind.${kind}`)}</h3>
      <div className="methods-grid">
        {methods.map((method) => (
          <label key={method} className="method">
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={method === value}
              onChange={() => onChange(method)}
            />
            <Icon size={20} aria-hidden />
            <bdi>{methodName(method, locale)}</bdi>
          </label>
        ))}
      </div>
    </div>
  );
}

function NotOffered({ offers }: Pick<MethodChoiceProps, 'offers'>): ReactNode {
  const { t } = useTranslation('ordering');
  const { locale } = useLocale();
  const refusals = offers.flatMap(({ refusal }) => refusal ?? []);
  if (refusals.length === 0) return null;
  return (
    <details className="methods-off small muted">
      <summary>{t('pay.off', { count: refusals.length })}</summary>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.method}>{sayNotOffered(refusal, locale)}</li>
        ))}
      </ul>
    </details>
  );
}
