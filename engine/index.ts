export { type GatherChainProofOptions, gatherChainProof } from './chainProof/gatherChainProof.ts';
export type { NodePorts } from './choosePorts.ts';
export { type ConnectNodeParameters, connectNode, type NodeConnection } from './connectNode.ts';
export type { Hex, NodeOptions } from './nodeOptions.ts';
export { type NodeHealth, type ReadHealthParameters, readHealth } from './readHealth.ts';
export { type ReadTreeGraphOptions, readTreeGraph, type TreeGraph, type TreeGraphBlock } from './readTreeGraph.ts';
export { type RpcOptions, type RpcOutcome, type RpcRequest, rpcBatch } from './rpcCall.ts';
export { type RunningNode, startNode } from './startNode.ts';
