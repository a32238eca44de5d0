export const tradersRules = [] as const;
