export { type MakeSeasonParameters, makeSeason } from './makeSeason.ts';
