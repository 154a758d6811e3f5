export {
  type AnchoredRootParameters,
  decodeRootResult,
  encodeRootCall,
  type ReadAnchoredRoot,
} from './anchoredRoot.ts';
export type { BundleCheck } from './bundleCheck.ts';
export { canonicalizeJson, type JsonValue } from './canonicalizeJson.ts';
export { digestPayload } from './digestPayload.ts';
export { type HashEventsOptions, hashEvents, prehashEvents, type Sha256Hex } from './epcis/hashEvents.ts';
export { type ParsedDigitalLink, parseDigitalLink } from './epcis/parseDigitalLink.ts';
export { toDigitalLink } from './epcis/toDigitalLink.ts';
export { decodeHex, encodeHex, type Hex, hashLeaf, hashNode } from './hashes.ts';
export {
  consistencyPath,
  consistencyRanges,
  coverRange,
  emptyRoot,
  foldCover,
  inclusionPath,
  inclusionRanges,
  type LeafRange,
  rootFromLeaves,
  type TreeNode,
} from './merkleTree.ts';
export { parseBundle } from './parseBundle.ts';
export type { ProofBundle } from './proofBundle.ts';
export { readAnchoredRootOverRpc } from './readAnchoredRootOverRpc.ts';
export { encodeStatement, type Statement } from './statement.ts';
export {
  type VerifyBundleOptions,
  type VerifyBundleReturnType,
  verifyBundle,
} from './verifyBundle.ts';
export { type VerifyConsistencyParameters, verifyConsistency } from './verifyConsistency.ts';
export { type VerifyInclusionParameters, verifyInclusion } from './verifyInclusion.ts';
