import { defineErrors } from '../../errors.ts';

const refused = { status: 401, retryable: false } as const;
const again = 'Make a new token for this very message and send it within a minute.';

export const connectorErrors = defineErrors('connector', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no connector of {slug} here.',
    next: 'Look the address up in the registry of connectors.',
  },
  keyUnknown: {
    status: 404,
    retryable: false,
    cause: 'The connector of {slug} has and had no chain key {address}.',
    next: 'Look at the keys of the own connector.',
  },
  tokenMissing: {
    ...refused,
    cause: 'The message carries no token of a connector.',
    next: 'Send `Authorization: Bearer …` with a token that the connector signed for this message.',
  },
  tokenUnreadable: {
    ...refused,
    cause: 'The token cannot be read: {problem}.',
    next: 'Send a compact JWS with the claims of a message token.',
  },
  tokenForged: {
    ...refused,
    cause: 'The token was not signed by {did}, as it says.',
    next: 'Sign it with the key of that DID.',
  },
  tokenExpired: { ...refused, cause: 'The token was valid {period}, which is not now.', next: again },
  tokenAudience: {
    ...refused,
    cause: 'The token is for {audience}, not for this connector.',
    next: 'Read the DID of the connector in the registry, and make a token for it.',
  },
  tokenPath: { ...refused, cause: 'The token is for {expected}, not for {method} {path}.', next: again },
  tokenBody: { ...refused, cause: 'The token is for another body than the one that came with it.', next: again },
  tokenReplayed: { ...refused, cause: 'The token was used already; each counts once.', next: again },
  credentialWrong: {
    ...refused,
    cause: 'The {credential} in the token does not hold: {problem}',
    next: 'Verify it under /credentials/verify to see every finding, and show a valid one.',
  },
  credentialExpired: {
    ...refused,
    cause: 'The {credential} in the token is not valid now.',
    next: 'Register the connector again to get a new one.',
  },
  credentialForeign: {
    ...refused,
    cause: 'The credentials in the token do not belong together: {problem}.',
    next: 'Show the credential of this connector and the membership of the member that issued it.',
  },
  revoked: {
    ...refused,
    cause: 'The credential of the connector {did} is revoked: it was withdrawn, or its keys were changed.',
    next: 'Register the connector again.',
  },
  suspended: {
    ...refused,
    cause: 'The credential of the connector {did} is suspended by its member.',
    next: 'Ask the member to reinstate it.',
  },
  memberSuspended: {
    ...refused,
    cause: 'The alliance suspended the member {slug}.',
    next: 'Settle it with the alliance; messages count again when the member is reinstated.',
  },
  memberLeft: {
    ...refused,
    cause: 'The membership of {slug} in the alliance is revoked.',
    next: 'Only members of the alliance exchange data; show a membership that counts.',
  },
  standingUnknown: {
    status: 503,
    retryable: true,
    cause: 'Whether the sender is still a member could not be found out: {problem}',
    next: 'Try again soon; the platform or the host of a DID does not answer.',
  },
  signatureWrong: {
    status: 422,
    retryable: false,
    cause: 'The signature does not count: {problem}.',
    next: 'Ask the signer for a statement of the right kind, signed with its present key.',
  },
  sealWrong: {
    status: 422,
    retryable: false,
    cause: 'The sealed bytes cannot be opened: {problem}.',
    next: 'Seal them to the encryption key that the registry shows for this connector.',
  },
  keyWrong: {
    status: 400,
    retryable: false,
    cause: 'The encryption key cannot be used: {problem}.',
    next: 'Give a JSON Web Key: X25519 (kty OKP), or SM2 (kty EC, crv SM2) with x and y.',
  },
  credentialMissing: {
    status: 409,
    retryable: true,
    cause: 'The connector of {slug} has no {credential} to show yet.',
    next: 'Switch the connector on or register it, and see that the member is admitted to the alliance.',
  },
  notRegistered: {
    status: 404,
    retryable: false,
    cause: 'No connector is registered for {slug}.',
    next: 'Register it first.',
  },
  proofWrong: {
    status: 400,
    retryable: false,
    cause: 'The registration does not prove that the connector has its keys: {problem}.',
    next: 'Ask for a new challenge, open it with the encryption key, and sign with the connector’s DID and chain key.',
  },
  addressWrong: {
    status: 400,
    retryable: false,
    cause: 'The address {address} cannot be the connector’s: {problem}.',
    next: 'Give the base address that other departments reach, such as https://data.example.gov.cn/dsp/{slug}.',
  },
  didTaken: {
    status: 409,
    retryable: false,
    cause: '{did} is the DID of another connector.',
    next: 'Use keys of its own for each connector.',
  },
  hostedElsewhere: {
    status: 409,
    retryable: false,
    cause: 'The connector of {slug} runs {place}.',
    next: 'Withdraw it there first: one member has one connector.',
  },
  signsItself: {
    status: 409,
    retryable: false,
    cause: '{slug} signs its credentials itself, so that the platform cannot sign one for new keys.',
    next: 'Switch the connector off, change its keys, sign a ConnectorCredential for its new DID and switch it on with that.',
  },
  registryUnreachable: {
    status: 503,
    retryable: true,
    cause: 'The registry of connectors at the platform does not answer: {problem}',
    next: 'Try again soon; see that the platform’s address is right and can be reached.',
  },
});

/** Codes that say: this token or its credentials are refused. */
const refusals = new Set(
  [...connectorErrors.catalogue].filter(([, { status }]) => status === 401).map(([code]) => code),
);

/** Whether an error of `checkToken` refuses the sender; others are faults on the way, or a connector that is not here. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && refusals.has(String(error.code));
}
