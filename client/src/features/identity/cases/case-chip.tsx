import type { FactorCaseView } from '@qafila/shared/identity/lost-factor.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

type State = FactorCaseView['state'];
const TONE: Readonly<Record<State, Tone>> = {
  open: 'warn',
  first_approved: 'warn',
  approved: 'ok',
  used: 'ok',
  refused: 'bad',
  withdrawn: 'plain',
  expired: 'plain',
};

/** Where a lost-factor case stands. */
export function CaseChip({ state }: { readonly state: State }): ReactNode {
  const { t } = useTranslation('identity');
  return <Chip tone={TONE[state]}>{t(`cases.state.${state}`)}</Chip>;
}
