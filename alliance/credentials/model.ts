import type { JsonValue } from '../../proof/index.ts';

/** How a credential is secured: Data Integrity `eddsa-rdfc-2022`, VC-JOSE-COSE, or SD-JWT VC. */
export type CredentialFormat = 'data-integrity' | 'vc+jwt' | 'dc+sd-jwt';

/** Every way to secure a credential. */
export const credentialFormats = ['data-integrity', 'vc+jwt', 'dc+sd-jwt'] as const satisfies CredentialFormat[];

/** What a credential says of its subject. */
export type Claims = Record<string, JsonValue>;

/** A place in a status list (Bitstring Status List 1.0, section 2.1). */
export interface StatusEntry {
  id?: string;
  type: string;
  statusPurpose: string;
  statusListIndex: string;
  statusListCredential: string;
}

/** A credential in the terms of the W3C data model 2.0, however it is secured. */
export interface Credential {
  '@context': string[];
  id?: string;
  type: string[];
  name?: string;
  issuer: string | { id: string; [name: string]: unknown };
  validFrom?: string;
  validUntil?: string;
  credentialSubject: { id?: string; [name: string]: unknown };
  credentialStatus?: StatusEntry | StatusEntry[];
  credentialSchema?: { id: string; type: string };
  [name: string]: unknown;
}

/** Types of credentials that the platform knows by itself. */
export const builtInTypes = ['MembershipCredential', 'RoleCredential', 'AccreditationCredential'] as const;

/** Types that only the alliance itself issues: nobody may ask for one. */
export const allianceTypes: readonly string[] = [
  'MembershipCredential',
  'ProvisionalMembershipCredential',
  'AccreditationCredential',
];

/** What names a type in an SD-JWT VC (`vct`). */
export const typeNamespace = 'https://ns.xiangyu.example/credentials/';

/** The issuer's identifier. */
export function issuerOf(credential: Pick<Credential, 'issuer'>): string {
  return typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
}

/** The type besides VerifiableCredential. */
export function typeOf(credential: Pick<Credential, 'type'>): string {
  return credential.type.find((type) => type !== 'VerifiableCredential') ?? 'VerifiableCredential';
}

/** Times in credentials: UTC, whole seconds (XML Schema dateTimeStamp). */
export function toStamp(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
