export const acronym = {} as const;
