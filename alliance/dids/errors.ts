import { defineErrors } from '../../errors.ts';

export const didErrors = defineErrors('did', {
  invalid: {
    status: 400,
    retryable: false,
    cause: '"{did}" is no DID that can be resolved here: it {problem}.',
    next: 'Give a did:web of a public host, or a did:key of an Ed25519 key.',
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no DID document for {did} on this platform.',
    next: 'Check the address; an organisation gets its DID when it first needs one, or in the console under Credentials.',
  },
  unresolved: {
    status: 502,
    retryable: true,
    cause: 'The DID {did} could not be resolved: {problem}.',
    next: 'Check that its document can be read at {url} over https, and try again.',
  },
  documentWrong: {
    status: 422,
    retryable: false,
    cause: 'The DID document of {did} cannot be used: it {problem}.',
    next: 'Correct the document on its own domain and try again.',
  },
  notHosted: {
    status: 409,
    retryable: false,
    cause: '{did} is on the domain of its owner, and the platform does not have its keys.',
    next: 'Use the key on your own machine: xiangyu credential issue --key-file FILE, or xiangyu credential did rotate.',
  },
  notLinked: {
    status: 422,
    retryable: false,
    cause: 'The document of {did} does not name {hosted} under alsoKnownAs, so that it could be anybody’s.',
    next: 'Put {hosted} under alsoKnownAs in the document on your domain, then try again.',
  },
  taken: {
    status: 409,
    retryable: false,
    cause: '{did} is already the DID of another organisation.',
    next: 'Use a DID of your own.',
  },
});
