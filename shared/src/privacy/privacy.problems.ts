import { defineProblems } from '../kernel/problem';

export const privacyProblems = defineProblems({});
