import { askingPages } from './askingRoutes.ts';

/** The pages of data exchange between departments. */
export const exchangePages = [...askingPages];
