export { type Context, createContext, type Logger, type LogLevel } from './createContext.ts';
export { ensureWritableFolder } from './ensureWritableFolder.ts';
export { findFreePort, isPortFree } from './findFreePort.ts';
export { isPrivateAddress } from './isPrivateAddress.ts';
export { type FolderLock, lockFolder } from './lockFolder.ts';
export { checkOutgoingUrl, openOutgoing } from './openOutgoing.ts';
export {
  getOutgoing,
  type PostOutgoingParameters,
  type PostOutgoingReturnType,
  postOutgoing,
} from './postOutgoing.ts';
export { readOrCreateSecret } from './readOrCreateSecret.ts';
export { type PlainAnswer, readOutgoing } from './readOutgoing.ts';
export { searchQuery, searchWords } from './searchWords.ts';
export { formatSecret, signMessage } from './signMessage.ts';
export { type SupervisedProcess, type SupervisedState, superviseProcess } from './superviseProcess.ts';
export {
  breakLines,
  cutWords,
  type FontMeasure,
  type FontName,
  readChineseFont,
} from './typesetter.ts';
