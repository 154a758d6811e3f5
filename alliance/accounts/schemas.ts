import { Type } from 'typebox';
import { roles } from '../principal.ts';

const kinds = ['enterprise', 'government', 'research', 'certifier', 'nodeOperator', 'witness'] as const;
const languages = ['zh-CN', 'en'] as const;

const oneOf = <const Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>({ type: 'string', enum: [...values] });
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const nameSchema = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const newPassword = Type.String({ minLength: 1, maxLength: 1_000, description: '10 to 128 characters' });
const knownPassword = Type.String({ minLength: 1, maxLength: 128 });
const secret = Type.String({ minLength: 1, maxLength: 128 });
const closed = { additionalProperties: false } as const;

const emailSchema = Type.String({ format: 'email', maxLength: 254 });
const roleSchema = oneOf(roles);
const languageSchema = oneOf(languages);
const slugSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Slug of an organisation' });
const namesSchema = Type.Object({ zh: nameSchema, en: nameSchema }, closed);
const addressSchema = Type.Unsafe<`0x${string}`>({
  type: 'string',
  pattern: '^0x[0-9a-fA-F]{40}$',
  description: 'Account on the eSpace',
});
/** WebAuthn's own JSON forms (Web Authentication Level 3, 5.1.9 and 5.1.10), which the browser makes and reads. */
const webAuthnSchema = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

export const nothing = (description: string) => Type.Null({ description });
export const pageQuery = Type.Object({
  perPage: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  nextPageToken: Type.Optional(Type.String({ maxLength: 500, description: 'From the page before' })),
});
const nextPageToken = orNull(Type.String());
const pageOf = <Key extends string, Item extends Parameters<typeof Type.Array>[0]>(key: Key, item: Item) =>
  Type.Object({ [key]: Type.Array(item), nextPageToken } as Record<Key, ReturnType<typeof Type.Array<Item>>> & {
    nextPageToken: typeof nextPageToken;
  });
export const addressParams = Type.Object({ address: addressSchema });
export const idParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });

/** What one may sign in with on this platform, before anyone is known. */
export const methodsSchema = Type.Object({
  mail: Type.Boolean({ description: 'Whether the platform sends mail, so that a password can be recovered' }),
  passkeyDomain: Type.String({ description: 'The host name that passkeys are bound to' }),
});

export const signInBody = Type.Object(
  {
    email: emailSchema,
    password: knownPassword,
    rememberMe: Type.Optional(Type.Boolean({ description: 'False: only until the browser is closed' })),
  },
  closed,
);
/** Answer of every way to sign in. `secondFactorNeeded`: nobody is signed in yet, the code is due next. */
export const secondFactorDue = Type.Boolean({ description: 'True while the code of the second factor is still due' });
export const secondFactorBody = Type.Union([
  Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$', description: 'From the authenticator app' }) }, closed),
  Type.Object({ recoveryCode: Type.String({ minLength: 1, maxLength: 32 }) }, closed),
]);
export const passkeyOptionsSchema = webAuthnSchema;
export const passkeySignInBody = Type.Object({ response: webAuthnSchema }, closed);
export const walletMessageBody = Type.Object({ address: addressSchema }, closed);
export const walletMessageSchema = Type.Object({ message: Type.String({ description: 'EIP-4361 text to sign' }) });
export const walletProofBody = Type.Object(
  {
    message: Type.String({ minLength: 1, maxLength: 4_000 }),
    signature: Type.Unsafe<`0x${string}`>({ type: 'string', pattern: '^0x[0-9a-fA-F]+$', maxLength: 1_000 }),
  },
  closed,
);
export const ssoSignInBody = Type.Object(
  {
    organisation: Type.Optional(slugSchema),
    email: Type.Optional(emailSchema),
  },
  { ...closed, description: 'The organisation, or an e-mail address of it' },
);
export const ssoSignInSchema = Type.Object({ url: Type.String({ description: 'Where to send the browser' }) });
export const recoveryBody = Type.Object({ email: emailSchema, language: Type.Optional(languageSchema) }, closed);
export const recoveryCompleteBody = Type.Object({ token: secret, password: newPassword }, closed);

export const passkeySchema = Type.Object({
  id: Type.String(),
  name: orNull(Type.String()),
  createdAt: orNull(time),
  backedUp: Type.Boolean({ description: 'Whether it is kept on several devices' }),
});
export const walletSchema = Type.Object({ address: addressSchema, createdAt: time });
/** The own account. */
export const accountSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  member: slugSchema,
  roles: Type.Array(roleSchema),
  hasPassword: Type.Boolean(),
  secondFactor: Type.Object({
    enrolled: Type.Boolean(),
    recoveryCodesLeft: Type.Integer(),
    requiredByOrganisation: Type.Boolean(),
    usedInThisSession: Type.Boolean(),
  }),
  passkeys: Type.Array(passkeySchema),
  wallets: Type.Array(walletSchema),
  singleSignOn: Type.Boolean({ description: "Whether the organisation's identity provider is linked" }),
});
export const accountChangeBody = Type.Object({ name: nameSchema }, closed);
export const changePasswordBody = Type.Object({ currentPassword: knownPassword, newPassword }, closed);

/** The password proves that the session is not borrowed; people without one leave it out. */
export const passwordProofBody = Type.Object({ password: Type.Optional(knownPassword) }, closed);
export const enrolmentSchema = Type.Object({
  uri: Type.String({ description: 'otpauth:// address for the QR code' }),
  recoveryCodes: Type.Array(Type.String()),
});
export const recoveryCodesSchema = Type.Object({ recoveryCodes: Type.Array(Type.String()) });
export const totpCodeBody = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, closed);
export const passkeyAddBody = Type.Object({ name: nameSchema, response: webAuthnSchema }, closed);
export const passkeyRenameBody = Type.Object({ name: nameSchema }, closed);

const personSessionSchema = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  createdAt: time,
  lastSeenAt: time,
  expiresAt: time,
  device: orNull(Type.String({ description: 'Browser and system as the browser told, such as Firefox · Linux' })),
  method: Type.String({ description: 'password, passkey, wallet, sso or invitation' }),
  secondFactor: Type.Boolean(),
});
export const personSessionParams = Type.Object({ ...idParams.properties, sessionId: Type.String({ maxLength: 300 }) });
export const sessionsSchema = Type.Object({ sessions: Type.Array(personSessionSchema) });

/** The own organisation. */
export const organisationSchema = Type.Object({
  slug: slugSchema,
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  people: Type.Integer(),
  secondFactorRequired: Type.Boolean(),
  mail: Type.Boolean({ description: 'Whether the platform sends mail; without it links are handed over by hand' }),
});
export const organisationChangeBody = Type.Object({ secondFactorRequired: Type.Boolean() }, closed);
const personSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  roles: Type.Array(roleSchema),
  createdAt: time,
  lastSeenAt: orNull(time),
  secondFactor: Type.Boolean({ description: 'Whether an authenticator app is enrolled' }),
  passkeys: Type.Integer(),
  singleSignOn: Type.Boolean(),
});
export const peopleQuery = Type.Object({
  ...pageQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name or of the address' })),
});
export const peopleSchema = pageOf('people', personSchema);
const rolesSchema = Type.Array(roleSchema, { minItems: 1, uniqueItems: true });
export const rolesBody = Type.Object({ roles: rolesSchema }, closed);

const invitationSchema = Type.Object({
  id: Type.String(),
  email: Type.String(),
  roles: Type.Array(roleSchema),
  organisation: Type.Object({
    slug: slugSchema,
    name: Type.Object({ zh: Type.String(), en: Type.String() }),
    isNew: Type.Boolean({ description: 'True when accepting founds it, as a guest' }),
  }),
  state: oneOf(['open', 'accepted', 'revoked', 'expired']),
  invitedBy: orNull(Type.String()),
  createdAt: time,
  expiresAt: time,
});
export const invitationsSchema = pageOf('invitations', invitationSchema);
export const inviteBody = Type.Object(
  { email: emailSchema, roles: rolesSchema, language: Type.Optional(languageSchema) },
  closed,
);
export const inviteOrganisationBody = Type.Object(
  {
    email: emailSchema,
    organisation: Type.Object(
      { slug: slugSchema, name: namesSchema, kinds: Type.Array(oneOf(kinds), { minItems: 1, uniqueItems: true }) },
      closed,
    ),
    language: Type.Optional(languageSchema),
  },
  closed,
);
/** `link` is there once and only while the platform sends no mail. */
export const invitedSchema = Type.Object({
  ...invitationSchema.properties,
  link: orNull(Type.String({ description: 'Hand it to the invited person; it is shown this one time' })),
});
export const lookBody = Type.Object({ token: secret }, closed);
export const lookedSchema = Type.Object({
  email: Type.String(),
  roles: Type.Array(roleSchema),
  organisation: invitationSchema.properties.organisation,
  expiresAt: time,
});
export const invitationPasskeyBody = Type.Object({ token: secret, name: nameSchema }, closed);
/** With a password, or with the passkey that was made for the options of this invitation. */
export const acceptBody = Type.Object(
  {
    token: secret,
    name: nameSchema,
    password: Type.Optional(newPassword),
    passkey: Type.Optional(Type.Object({ name: nameSchema, response: webAuthnSchema }, closed)),
  },
  closed,
);

/** An organisation's identity provider (OpenID Connect). The client secret is never returned. */
const ssoSchema = Type.Object({
  issuer: Type.String(),
  clientId: Type.String(),
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      confirmed: Type.Boolean({ description: 'The operator confirmed that it belongs to the organisation' }),
    }),
  ),
  redirectUri: Type.String({ description: 'To register at the identity provider' }),
  updatedAt: time,
});
export const ssoOrNullSchema = Type.Object({
  singleSignOn: orNull(ssoSchema),
  redirectUri: Type.String({ description: 'To register at the identity provider; known before it is set here' }),
});
export const ssoChangeBody = Type.Object(
  {
    issuer: Type.String({ minLength: 1, maxLength: 500, format: 'uri' }),
    clientId: Type.String({ minLength: 1, maxLength: 200 }),
    clientSecret: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: 'Left out: the one before stays' }),
    ),
    domains: Type.Array(Type.String({ pattern: '^([a-z0-9-]{1,63}\\.)+[a-z0-9-]{2,63}$', maxLength: 253 }), {
      maxItems: 20,
      uniqueItems: true,
    }),
  },
  closed,
);
export const ssoCallbackParams = Type.Object({ providerId: Type.String({ pattern: '^sso-[a-z0-9][a-z0-9-]{0,62}$' }) });
const answerText = Type.Optional(Type.String({ maxLength: 4_000 }));
/** Open, because a client ignores what it does not know of an answer (RFC 6749, 4.1.2), such as `iss`. */
export const ssoCallbackQuery = Type.Object(
  { code: answerText, state: answerText, error: answerText, error_description: answerText },
  { additionalProperties: true },
);
export const ssoConfirmParams = Type.Object({ slug: slugSchema });
export const ssoConfirmBody = Type.Object({ domains: ssoChangeBody.properties.domains }, closed);
