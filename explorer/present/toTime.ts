/** Unix seconds as UTC text. */
export const toTime = (seconds: number): string => new Date(seconds * 1_000).toISOString();
