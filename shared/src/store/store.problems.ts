import { defineProblems } from '../kernel/problem';

export const storeProblems = defineProblems({});
