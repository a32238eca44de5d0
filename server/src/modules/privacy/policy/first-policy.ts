import type { PolicyTexts } from '@qafila/shared/privacy/privacy.contract';
import { POLICY_V1_AR } from './v1.ar';
import { POLICY_V1_EN } from './v1.en';
import { POLICY_V1_FR } from './v1.fr';
import { POLICY_V1_NO } from './v1.no';

/** Version 1: the published Norwegian document and its translations. */
export const FIRST_POLICY: PolicyTexts = {
  en: POLICY_V1_EN,
  ar: POLICY_V1_AR,
  no: POLICY_V1_NO,
  fr: POLICY_V1_FR,
};
