export type { Chain } from './chain.ts';
export { networkRoutes } from './routes.ts';
export { type Network, type NetworkWatch, watchNetwork } from './watchNetwork.ts';
