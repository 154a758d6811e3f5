import { defineErrors } from '../../errors.ts';

/** What can go wrong with keys and wallets. */
export const keysErrors = defineErrors('keys', {
  nameTaken: {
    status: 409,
    retryable: false,
    cause: '{tenant} already has a key or wallet named {name}.',
    next: 'Choose another name; archived keys keep theirs.',
  },
  nameInvalid: {
    status: 400,
    retryable: false,
    cause: 'A key or wallet cannot have this name.',
    next: 'Give 1 to 100 characters without control characters.',
  },
  addressTaken: {
    status: 409,
    retryable: false,
    cause: 'The key store already holds a key for the address {address}.',
    next: 'Use the key that is there; a key has one owner.',
  },
  walletUnknown: {
    status: 404,
    retryable: false,
    cause: '{tenant} has no wallet {id}.',
    next: 'List the wallets and use one of their ids.',
  },
  keyUnknown: {
    status: 404,
    retryable: false,
    cause: '{tenant} has no key for the address {address}.',
    next: 'List the keys and use one of their addresses.',
  },
  archived: {
    status: 409,
    retryable: false,
    cause: '{name} is archived.',
    next: 'Use another one; what is archived signs nothing new.',
  },
  mnemonicInvalid: {
    status: 400,
    retryable: false,
    cause: 'The recovery words are not a valid BIP-39 phrase in English or simplified Chinese.',
    next: 'Check the spelling and order of all 12, 15, 18, 21 or 24 words.',
  },
  tenantReserved: {
    status: 403,
    retryable: false,
    cause: 'The keys of the platform itself are not for members.',
    next: 'Act for a member.',
  },
  cursorInvalid: {
    status: 400,
    retryable: false,
    cause: 'The cursor was not made by this list.',
    next: 'Start again without a cursor.',
  },
  notExportable: {
    status: 409,
    retryable: false,
    cause: 'The private key of {address} is held by an external signer.',
    next: 'Export it there, if that signer allows it.',
  },
  keystoreInvalid: {
    status: 400,
    retryable: false,
    cause: 'The keystore file cannot be read: {problem}.',
    next: 'Give a Web3 Secret Storage file of version 3 (scrypt or pbkdf2, aes-128-ctr).',
  },
  keystoreTooCostly: {
    status: 400,
    retryable: false,
    cause: 'The keystore file asks for more work than is allowed: {problem}.',
    next: 'Save it again with usual parameters (scrypt n=262144, r=8, p=1) and import that file.',
  },
  passwordWrong: {
    status: 400,
    retryable: false,
    cause: 'The password does not open the keystore file, or the file is damaged.',
    next: 'Check the password and the file.',
  },
  passwordShort: {
    status: 400,
    retryable: false,
    cause: 'The password of a keystore file must have at least {least} characters.',
    next: 'Choose a longer one; whoever has the file can try passwords without limit.',
  },
  masterKeyMissing: {
    status: 500,
    retryable: false,
    cause: 'There is no master key: {problem}.',
    next: 'Restore the file, set XIANGYU_MASTER_KEY or name a command with --master-key-command.',
  },
  secretCommandFailed: {
    status: 500,
    retryable: false,
    cause: 'The command that prints a secret failed: {problem}.',
    next: 'Run it by hand: it must print the secret and end with 0 within {seconds} seconds.',
  },
  platformRunning: {
    status: 409,
    retryable: true,
    cause: 'The platform is running on this database.',
    next: 'Stop every server of it first, then run the command again.',
  },
  policyRefused: {
    status: 403,
    retryable: false,
    cause: 'The policy of this signer does not allow it: {problem}.',
    next: 'Ask for something else, or start the signer with another policy.',
  },
  rotationUnchanged: {
    status: 400,
    retryable: false,
    cause: 'The new master key is the same as the old one.',
    next: 'Give another one.',
  },
  signerRefused: {
    status: 502,
    retryable: false,
    cause: 'The external signer of {address} refused: {problem}.',
    next: 'Check the policy of the signer and the token it was given.',
  },
  signerUnavailable: {
    status: 503,
    retryable: true,
    cause: 'The external signer of {address} does not answer: {problem}.',
    next: 'Nothing is lost; it goes on by itself as soon as the signer answers.',
  },
  signerWrong: {
    status: 502,
    retryable: false,
    cause: 'What the external signer of {address} gave is not a signature of that address.',
    next: 'Correct the address or the identifier of the key at the signer.',
  },
});
