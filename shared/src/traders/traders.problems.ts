import { defineProblems } from '../kernel/problem';

export const tradersProblems = defineProblems({});
