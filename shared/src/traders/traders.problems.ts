import { applicationProblems } from './application.problems';
import { membersProblems } from './members.problems';

export const tradersProblems = { ...applicationProblems, ...membersProblems };
