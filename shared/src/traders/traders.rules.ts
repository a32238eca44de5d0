import { applicationRules } from './application.rules';

export const tradersRules = [...applicationRules] as const;
