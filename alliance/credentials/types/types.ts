import type { Sql, Tx } from '../../../store/index.ts';
import { credentialErrors } from '../errors.ts';
import { organicTypes } from './organicTypes.ts';
import { checkSchemaItself } from './schemaFaults.ts';

/** A type of credentials. */
export interface CredentialType {
  name: string;
  title: { zh: string; en: string };
  /** Slug of the member that defined it; null for the platform's own. */
  member: string | null;
  /** JSON Schema of what it says of its subject. */
  schema: object;
  /** True when only issuers that the alliance accredited for it may issue it. */
  accredited: boolean;
}

const text = { type: 'string', minLength: 1, maxLength: 200 };
const texts = { type: 'array', minItems: 1, maxItems: 20, items: text };

/** What the platform issues by itself, and roles of people. */
const ownTypes: readonly CredentialType[] = [
  {
    name: 'MembershipCredential',
    title: { zh: '联盟成员凭证', en: 'Membership of the alliance' },
    member: null,
    accredited: false,
    schema: {
      type: 'object',
      properties: {
        memberOf: text,
        memberSlug: text,
        memberId: text,
        registry: text,
        chainId: { type: 'integer' },
        memberKinds: { type: 'array', items: text },
      },
      required: ['memberOf', 'memberSlug', 'memberId', 'registry', 'chainId'],
    },
  },
  {
    name: 'ProvisionalMembershipCredential',
    title: { zh: '临时成员凭证（联盟成立前）', en: 'Provisional membership, before the founding' },
    member: null,
    accredited: false,
    schema: {
      type: 'object',
      properties: { memberOf: text, memberSlug: text },
      required: ['memberOf', 'memberSlug'],
    },
  },
  {
    name: 'ConnectorCredential',
    title: { zh: '数据共享连接器凭证', en: 'Connector of a member for the exchange of data' },
    member: null,
    accredited: false,
    schema: {
      type: 'object',
      properties: { connectorOf: text, address: text },
      required: ['connectorOf', 'address'],
    },
  },
  {
    name: 'RoleCredential',
    title: { zh: '任职凭证', en: 'Role of a person in an organisation' },
    member: null,
    accredited: false,
    schema: {
      type: 'object',
      properties: { organisation: text, roles: texts },
      required: ['organisation', 'roles'],
    },
  },
  {
    name: 'AccreditationCredential',
    title: { zh: '签发资质凭证', en: 'Accreditation as issuer' },
    member: null,
    accredited: false,
    schema: {
      type: 'object',
      properties: { accreditedFor: texts, decision: text },
      required: ['accreditedFor', 'decision'],
    },
  },
  ...organicTypes,
];

interface Row {
  name: string;
  member: string;
  title_zh: string;
  title_en: string;
  schema: string;
  accredited: boolean;
}

const toType = (row: Row): CredentialType => ({
  name: row.name,
  title: { zh: row.title_zh, en: row.title_en },
  member: row.member,
  schema: JSON.parse(row.schema) as object,
  accredited: row.accredited,
});

/** A type by its name; null when there is none. */
export async function readType(sql: Sql | Tx, name: string): Promise<CredentialType | null> {
  const own = ownTypes.find((type) => type.name === name);
  if (own) return own;
  const [row] = await sql<Row[]>`select * from alliance.credential_type where name = ${name}`;
  return row ? toType(row) : null;
}

/** Every type, the platform's own first; at most 500. */
export async function listTypes(sql: Sql): Promise<CredentialType[]> {
  const rows = await sql<Row[]>`select * from alliance.credential_type order by name limit 500`;
  return [...ownTypes, ...rows.map(toType)];
}

/** Defines a type for everybody. @throws CREDENTIAL_TYPE_TAKEN, CREDENTIAL_SCHEMA_INVALID */
export async function defineType(tx: Tx, type: CredentialType & { member: string }): Promise<CredentialType> {
  checkSchemaItself(type.schema);
  const reserved = [...ownTypes.map(({ name }) => name), 'VerifiableCredential', 'BitstringStatusListCredential'];
  if (reserved.includes(type.name)) throw credentialErrors.typeTaken({ name: type.name });
  const { name, member, title, schema, accredited } = type;
  const rows = await tx`
    insert into alliance.credential_type (name, member, title_zh, title_en, schema, accredited)
    values (${name}, ${member}, ${title.zh}, ${title.en}, ${JSON.stringify(schema)}, ${accredited})
    on conflict do nothing returning name`;
  if (rows.length === 0) throw credentialErrors.typeTaken({ name });
  return type;
}
