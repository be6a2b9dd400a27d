export const suppression = {} as const;
