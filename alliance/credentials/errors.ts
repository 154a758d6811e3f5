import { defineErrors } from '../../errors.ts';

export const credentialErrors = defineErrors('credential', {
  contextUnknown: {
    status: 422,
    retryable: false,
    cause: 'The JSON-LD context {url} is not one that this platform has; contexts are never fetched.',
    next: 'Use https://www.w3.org/ns/credentials/v2 and the contexts in docs/credentials.md only.',
  },
  unreadable: {
    status: 400,
    retryable: false,
    cause: 'This is no verifiable credential or presentation: {problem}.',
    next: 'Give a JSON document with a proof, a JWT (vc+jwt, vp+jwt) or an SD-JWT (dc+sd-jwt).',
  },
  claimsInvalid: {
    status: 400,
    retryable: false,
    cause: 'What the credential should say cannot be said: {problem}.',
    next: 'Correct it; GET /api/credentials/types shows the schema of each type.',
  },
  typeUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no type of credentials {name}.',
    next: 'Use one of GET /api/credentials/types, or define it there first.',
  },
  typeReserved: {
    status: 409,
    retryable: false,
    cause: 'Credentials of the type {name} are issued by the alliance itself, after a decision of its members.',
    next: 'Make a proposal; the credential follows when it is executed.',
  },
  typeTaken: {
    status: 409,
    retryable: false,
    cause: 'A type {name} exists already.',
    next: 'Choose another name.',
  },
  schemaInvalid: {
    status: 400,
    retryable: false,
    cause: 'The JSON Schema cannot be used: it {problem}.',
    next: 'Correct it; it describes an object, has at most 32 kB, and neither $ref to elsewhere nor patterns.',
  },
  notAccredited: {
    status: 403,
    retryable: false,
    cause: '{issuer} may not issue {type}: it has no valid accreditation of the alliance for this type.',
    next: 'Ask the alliance for the accreditation with a proposal; issue after it is executed.',
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no credential {id} that you may see.',
    next: 'List your credentials and use one of their ids.',
  },
  revoked: {
    status: 409,
    retryable: false,
    cause: 'The credential {id} is revoked, and that cannot be taken back.',
    next: 'Issue a new one.',
  },
  statusUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no status list {id} on this platform.',
    next: 'Use the address that is in the credential.',
  },
  notValid: {
    status: 422,
    retryable: false,
    cause: 'The credential was not taken: {problem}.',
    next: 'Verify it under /credentials/verify to see every finding; ask its issuer for a valid one.',
  },
  notYours: {
    status: 422,
    retryable: false,
    cause: 'The credential is about {subject}, not about {did}.',
    next: 'Hold credentials about your own organisation only.',
  },
  formatsMixed: {
    status: 400,
    retryable: false,
    cause: 'Credentials of different formats, or several SD-JWT, do not go into one presentation.',
    next: 'Present them one after the other.',
  },
  notBound: {
    status: 409,
    retryable: false,
    cause: 'The SD-JWT is not bound to a key that the platform keeps for you.',
    next: 'Ask the issuer for a new one.',
  },
  notDecided: {
    status: 409,
    retryable: false,
    cause: 'No executed proposal {proposal} decides this accreditation: {problem}.',
    next: 'Wait until the proposal is executed, or make one whose parameters name member and types.',
  },
});
