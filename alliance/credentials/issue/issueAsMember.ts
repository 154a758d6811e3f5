import type { Tx } from '../../../store/index.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { credentialErrors } from '../errors.ts';
import { allianceTypes, type Claims, type CredentialFormat } from '../model.ts';
import { findSchemaFault } from '../types/schemaFaults.ts';
import { readType } from '../types/types.ts';
import { didsOf, isAccredited } from '../verify/judge.ts';
import { schemaUrlOf } from '../verify/readRemote.ts';
import { type IssueParameters, issueCredential } from './issueCredential.ts';

export interface IssueAsMemberParameters {
  /** Slug of the issuer. */
  member: string;
  type: string;
  format: CredentialFormat;
  /** A DID or another URI; or the slug of a member, whose DID is meant. */
  subject: string;
  claims: Claims;
  validUntil?: Date | undefined;
  disclosable?: readonly string[] | undefined;
  also?: ((tx: Tx, id: string, credential: string) => Promise<unknown>) | undefined;
}

const uri = /^(did:[a-z0-9]+:\S+|urn:[a-z0-9][a-z0-9-]{0,31}:\S+|https:\/\/\S+)$/i;
const invalid = (problem: string, zh: string) => credentialErrors.claimsInvalid({ problem }, { zh: { problem: zh } });

async function readSubject({ dids }: CredentialsContext, type: string, subject: string): Promise<string> {
  // What is said of a person must not name that person.
  if (type === 'RoleCredential' && !/^(did:key:|urn:uuid:)/.test(subject)) {
    throw invalid('the subject of a role is a did:key or a urn:uuid', '角色凭证的主体须为 did:key 或 urn:uuid');
  }
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(subject)) return (await dids.ensure(subject)).did;
  if (subject.length > 400 || !uri.test(subject))
    throw invalid('its subject is no DID, urn: or https: address', '主体不是 DID、urn: 或 https: 地址');
  return subject;
}

/**
 * Issues a credential for a member, when it may issue that type.
 * @throws CREDENTIAL_TYPE_UNKNOWN, CREDENTIAL_TYPE_RESERVED, CREDENTIAL_CLAIMS_INVALID, CREDENTIAL_NOT_ACCREDITED
 */
export async function issueAsMember(
  context: CredentialsContext,
  parameters: IssueAsMemberParameters,
): ReturnType<typeof issueCredential> {
  const { dids, store } = context;
  const { member, type: name, format, validUntil, disclosable, also } = parameters;
  const type = await readType(store.sql, name);
  if (!type) throw credentialErrors.typeUnknown({ name });
  if (allianceTypes.includes(name)) throw credentialErrors.typeReserved({ name });
  if (validUntil && validUntil.getTime() <= Date.now())
    throw invalid('it would have expired already', '有效期已经过去');
  const { did } = await dids.ensure(member);
  const claims = name === 'RoleCredential' ? { ...parameters.claims, organisation: did } : parameters.claims;
  const fault = await findSchemaFault(type.schema, claims);
  if (fault) throw invalid(fault.en, fault.zh);
  if (type.accredited) {
    const issuers = await didsOf(store.sql, member);
    const may = await isAccredited(store.sql, { issuers, type: name, at: new Date() });
    if (!may) throw credentialErrors.notAccredited({ issuer: did, type: name });
  }
  const subject = await readSubject(context, name, parameters.subject);
  const schemaUrl = schemaUrlOf(context.baseUrl, name);
  const issue: IssueParameters = {
    member,
    type: name,
    format,
    subject,
    claims,
    validUntil,
    disclosable,
    schemaUrl,
    also,
  };
  return issueCredential(context, issue);
}
