import { applicationRules } from './application.rules';
import { membersRules } from './members.rules';

export const tradersRules = [...applicationRules, ...membersRules] as const;
