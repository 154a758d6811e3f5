export {
  type AnchoredRootParameters,
  decodeRootResult,
  encodeRootCall,
  type ReadAnchoredRoot,
} from './anchoredRoot.ts';
export { type BundleCheck, type BundleCheckId, bundleCheckIds } from './bundleCheck.ts';
export { canonicalizeJson, type JsonValue } from './canonicalizeJson.ts';
export { nextBasePrice, splitGasLimit } from './conflux/basePrice.ts';
export type { ChainCheck } from './conflux/chainCheck.ts';
export { type ChainProof, chainProofLimits, parseChainProof } from './conflux/chainProof.ts';
export { type ChainAnchor, checkChain } from './conflux/checkChain.ts';
export type { ChainAnswer, ChainTrust } from './conflux/checkTrusted.ts';
export { decodeCoreAddress } from './conflux/coreAddress.ts';
export { fromHex, integerToBytes, toHex } from './conflux/hexBytes.ts';
export { computeProofOfWork, publicDifficultyFloor } from './conflux/proofOfWork.ts';
export { encodeReceipt, type Receipt, type ReceiptLog, type StorageChange } from './conflux/receipt.ts';
export { deferredEpochs, epochReceiptsRoot, findVoucher, foldBlamedRoots } from './conflux/receiptsRoot.ts';
export { encodeRlp, type RlpItem } from './conflux/rlp.ts';
export {
  candidateEspacePrices,
  type EspacePriceParameters,
  headerFromRpc,
  type KnownHeader,
  minimumEspacePrices,
  type RpcBlock,
} from './conflux/rpcHeader.ts';
export { type RpcReceipt, receiptFromRpc } from './conflux/rpcReceipt.ts';
export { hashCoreTransaction, hashEspaceTransaction, type RpcCoreTransaction } from './conflux/transactionHash.ts';
export {
  blockWeight,
  collectEpoch,
  type GraphBlock,
  isHeavier,
  maxExecutedBlocks,
  orderEpoch,
} from './conflux/treeGraph.ts';
export { rootFromTrieProof, type TrieEntry, trieLevels, trieProof, trieRoot } from './conflux/trie.ts';
export { type VerifyChainProofParameters, verifyChainProof } from './conflux/verifyChainProof.ts';
export { digestPayload } from './digestPayload.ts';
export { type ApplicationIdentifier, applicationIdentifiers } from './digitalLink/applicationIdentifiers.ts';
export { checkAssociations } from './digitalLink/checkAssociations.ts';
export { type CompressLinkOptions, compressLink, decompressLink } from './digitalLink/compressLink.ts';
export {
  type FormatElementStringOptions,
  formatElementString,
  parseElementString,
} from './digitalLink/elementString.ts';
export { type Elements, type LinkProblem, linkWords } from './digitalLink/elements.ts';
export { findLinkProblems, type Gs1Link, type LinkReading, readLink } from './digitalLink/readLink.ts';
export { type BuildLinkOptions, buildLink } from './digitalLink/writeLink.ts';
export { hashDeclaration } from './epcis/hashDeclaration.ts';
export { type HashEventsOptions, hashEvents, prehashEvents, type Sha256Hex } from './epcis/hashEvents.ts';
export { type ParsedDigitalLink, parseDigitalLink } from './epcis/parseDigitalLink.ts';
export { toDigitalLink } from './epcis/toDigitalLink.ts';
export { type CompanyPrefixes, toEpcUrn } from './epcis/toEpcUrn.ts';
export { digestJson, digestLink, digestText, type RecordLink } from './exchange/digestLink.ts';
export {
  type ExchangeBundle,
  type ExchangeRecord,
  type ExchangeView,
  exchangeTypes,
  type LogCheckpoint,
  recordStatementKind,
  type ViewManifest,
} from './exchange/exchangeBundle.ts';
export { type ExchangeCheck, type ExchangeCheckId, exchangeCheckIds } from './exchange/exchangeCheck.ts';
export { mergeExchangeBundles } from './exchange/mergeExchangeBundles.ts';
export { isExchangeBundle } from './exchange/readExchangeBundle.ts';
export { readJws, verifyEd25519 } from './exchange/readJws.ts';
export { didOfKid, keyOfDid } from './exchange/readKey.ts';
export {
  type ToldRecord,
  type VerifyExchangeOptions,
  type VerifyExchangeReturnType,
  verifyExchangeBundle,
} from './exchange/verifyExchangeBundle.ts';
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
export { type DigestAlgorithm, encodeStatement, formatStatement, type Statement } from './statement.ts';
export {
  type AddCheckpoint,
  type AddCheckpointParts,
  formatAddCheckpoint,
  parseAddCheckpoint,
} from './tlog/addCheckpoint.ts';
export {
  type Checkpoint,
  type CheckpointBody,
  formatCheckpointBody,
  parseCheckpoint,
} from './tlog/checkpoint.ts';
export { checkpointDigest } from './tlog/checkpointDigest.ts';
export { type Cosigner, cosign, createCosigner } from './tlog/cosign.ts';
export { decodeEntryBundle, encodeEntryBundle, maxEntryBytes } from './tlog/entryBundle.ts';
export { evaluatePolicy, type PolicyResult } from './tlog/evaluatePolicy.ts';
export { parsePolicy, type WitnessPolicy } from './tlog/parsePolicy.ts';
export {
  formatNote,
  formatSignatureLine,
  type NoteSignature,
  parseNote,
  parseSignatureLines,
  type SignedNote,
} from './tlog/signedNote.ts';
export { deriveVerifierKey, type NoteSigner, signNote } from './tlog/signNote.ts';
export { listTiles, parseTilePath, type TileAddress, tilePath, tileWidth, tileWidthAt } from './tlog/tiles.ts';
export { formatTlogProof, parseTlogProof, type TlogProof } from './tlog/tlogProof.ts';
export {
  computeKeyId,
  createVerifierKey,
  createWitnessAddressKey,
  formatVerifierKey,
  type KeyType,
  keyTypes,
  parseVerifierKey,
  readWitnessAddress,
  type VerifierKey,
} from './tlog/verifierKey.ts';
export { type CosignatureCheck, verifyCosignature } from './tlog/verifyCosignature.ts';
export { verifyNoteSignature } from './tlog/verifyNoteSignature.ts';
export {
  type VerifyBundleOptions,
  type VerifyBundleReturnType,
  verifyBundle,
} from './verifyBundle.ts';
export { type VerifyConsistencyParameters, verifyConsistency } from './verifyConsistency.ts';
export { type VerifyInclusionParameters, verifyInclusion } from './verifyInclusion.ts';
export { inBoth, type Words, wordsOfError } from './words.ts';
