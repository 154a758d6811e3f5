import { readMigrations } from '../store/index.ts';
import type { openAlliance as open } from './openAlliance.ts';

export { type Access, actionOf } from './access.ts';
export { callerOf } from './accounts/askAccounts.ts';
export type { Acts } from './acts/openActs.ts';
export { actRoutes } from './acts/routes.ts';
export { checkDeployment } from './chain/checkDeployment.ts';
export { memberAccount, memberId } from './chain/members.ts';
export { describeProposal } from './chain/proposals.ts';
export {
  applicationData,
  ballotData,
  delegationData,
  foundingData,
  keyRotationData,
  leavingData,
  nodeKeysData,
  proposalData,
} from './chain/typedData.ts';
export { openHistoryReader } from './chain/verify/chainReader.ts';
export { describeEvent } from './chain/verify/describeEvent.ts';
export { nameMembers } from './chain/verify/findSignature.ts';
export { type VerifiedAlliance, verifyAlliance } from './chain/verify/verifyAlliance.ts';
export { didRoutes } from './credentials/didRoutes.ts';
export { type ParsedPresentation, parse as parseShown } from './credentials/formats/parse.ts';
export type { ParsedCredential } from './credentials/formats/parseCredential.ts';
export { checkClaims } from './credentials/issue/checkClaims.ts';
export { makeCredential, secureCredential } from './credentials/issue/issueCredential.ts';
export { type CredentialFormat, credentialFormats, toStamp } from './credentials/model.ts';
export { publicCredentialRoutes } from './credentials/publicRoutes.ts';
export { credentialRoutes } from './credentials/routes.ts';
export { packStatusList, readPlaces } from './credentials/status/bits.ts';
export { checkStatus } from './credentials/verify/checkStatus.ts';
export type { Finding } from './credentials/verify/findings.ts';
export { createOfflineContext } from './credentials/verify/offlineContext.ts';
export { type CredentialReport, type VerifyContext, verifyCredential } from './credentials/verify/verifyCredential.ts';
export { type Report, verify as verifyShown } from './credentials/verify/verifyPresentation.ts';
export { present as presentCredentials } from './credentials/wallet/present.ts';
export { walletRoutes as credentialWalletRoutes } from './credentials/walletRoutes.ts';
export { parseDidDocument } from './dids/didDocument.ts';
export { didWebUrl, hostedDid } from './dids/didWeb.ts';
export { createOwnDid, type OwnDid, ownDidDocument, ownSigner, parseOwnDid, rotateOwnDid } from './dids/ownKeys.ts';
export { didKeyOf, publicKeyOfDid } from './dids/publicKey.ts';
export { type ResolveDid, type ResolvedDid, resolveDidKey } from './dids/resolveDid.ts';
export { allianceErrors } from './errors.ts';
export {
  type Charter,
  hashCharter,
  toEntry,
} from './founding/charter.ts';
export { parseApplicant, parseMembers } from './founding/parseMembers.ts';
export { foundingRoutes } from './founding/routes.ts';
export { keyResource } from './keys.ts';
export { readRecipients } from './mail/readRecipients.ts';
export { readSmtpPassword } from './mail/readSmtpPassword.ts';
export type { Member } from './members.ts';
export type { OwnNode } from './nodes/openNodes.ts';
export { nodesRoutes } from './nodes/routes.ts';
export type { Alliance } from './openAlliance.ts';
export { type Page, type PageParameters, readPageToken, toPage } from './page.ts';
export { type Principal, type Role, roles, type Scope, type Standing, scopes } from './principal.ts';
export { type Action, entryOf } from './rights/actions.ts';
export { describeRights, keysMay, type RightsDescription } from './rights/describeRights.ts';
export { openRights, type Rights } from './rights/openRights.ts';
export type { Resource } from './rights/resources.ts';
export { rightsRoutes } from './rights/routes.ts';
export { openSeal, type Seal } from './seal.ts';
export { readCall, recogniseType } from './votes/recogniseType.ts';
export { votesRoutes } from './votes/routes.ts';
export type { AllianceNews } from './votes/schemas.ts';

/** The room's tables: members, accounts, sessions, API keys. */
export const allianceMigrations = readMigrations('alliance', new URL('./migrations/', import.meta.url));

/** Opens the room. What it needs is loaded only now: a command that signs a ballot must not wait for a sign-in library. */
export async function openAlliance(parameters: Parameters<typeof open>[0]): Promise<ReturnType<typeof open>> {
  return (await import('./openAlliance.ts')).openAlliance(parameters);
}
