import './exchange.css';
import './using.css';
import { askingPages } from './askingRoutes.ts';
import { usingPages } from './usingRoutes.ts';

/** The pages of data exchange between departments. */
export const exchangePages = [...askingPages, ...usingPages];
