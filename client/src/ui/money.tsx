import type { Money as Amount } from '@qafila/shared/kernel/money';
import type { ReactNode } from 'react';
import { useFormats } from '../lib/i18n/format';

/** An amount with its currency. */
export function Money({ of }: { readonly of: Amount }): ReactNode {
  return <span className="nowrap">{useFormats().money(of)}</span>;
}

/** The digits of an amount, where the currency stands beside or above. */
export function Digits({ of }: { readonly of: Amount }): ReactNode {
  return (
    <bdi dir="ltr" className="nowrap">
      {useFormats().amount(of)}
    </bdi>
  );
}

/** A whole number with the language's grouping. */
export function Count({ of }: { readonly of: number }): ReactNode {
  return <bdi dir="ltr">{useFormats().number(of)}</bdi>;
}

/** A SKU, IBAN, phone or other code: left to right in every language, never translated. */
export function Code({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <bdi dir="ltr" className="code" translate="no">
      {children}
    </bdi>
  );
}
