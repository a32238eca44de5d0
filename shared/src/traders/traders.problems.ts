import { applicationProblems } from './application.problems';

export const tradersProblems = { ...applicationProblems };
