export type { Chain } from './chain.ts';
export { explorerErrors } from './errors.ts';
export { type NetworkRoutesParameters, networkRoutes } from './routes.ts';
export { type Network, type NetworkWatch, type WatchNetworkParameters, watchNetwork } from './watchNetwork.ts';
