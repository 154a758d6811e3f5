/** The chain that the platform works with, and where to reach it. */
export interface Chain {
  /** eSpace addresses, the preferred one first; the next is used while one is away. */
  espaceUrls: readonly [string, ...string[]];
  /** Core Space address; without it the Tree-Graph cannot be shown. */
  coreUrl?: string | undefined;
  evmChainId: number;
  /** Data folder of a node on this machine, to measure disk and memory. */
  nodeDataDir?: string | undefined;
  /** True on a platform that shows a demonstration. */
  demo: boolean;
}
