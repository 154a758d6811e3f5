export { asks } from './exchange/asks.ts';
export { departments } from './exchange/departments.ts';
export { type MakeSeasonParameters, makeSeason } from './makeSeason.ts';
