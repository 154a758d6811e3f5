import { defineErrors } from '../errors.ts';

export const allianceErrors = defineErrors('alliance', {
  setupDone: {
    status: 410,
    retryable: false,
    cause: 'This platform already has an operator, so the setup link no longer works.',
    next: 'Sign in, or ask the operator for an account.',
  },
  setupTokenWrong: {
    status: 403,
    retryable: false,
    cause: 'The setup token is not the one that was printed last.',
    next: 'Open the newest setup link from the terminal; every start prints a fresh one until the setup is done.',
  },
  credentialsWrong: {
    status: 401,
    retryable: false,
    cause: 'The e-mail address and the password do not belong together.',
    next: 'Check both and try again.',
  },
  accountRefused: {
    status: 400,
    retryable: false,
    cause: 'The account request was refused: {reason}.',
    next: 'Correct the request and send it again.',
  },
  passwordWrong: {
    status: 403,
    retryable: false,
    cause: 'This needs the password of your account, and the one given is not.',
    next: 'Sign in with it and try again.',
  },
  passwordUnfit: {
    status: 400,
    retryable: false,
    cause: 'The password has {length} characters; {least} to {most} are allowed.',
    next: 'Choose a password within these limits.',
  },
  crossOrigin: {
    status: 403,
    retryable: false,
    cause: 'The request comes from the page {origin}, which does not belong to this platform.',
    next: 'Use the console of the platform itself, or call the API with a key instead of a session.',
  },
  keyUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no API key {id} that you may see.',
    next: 'List your keys and use one of their ids.',
  },
  expiryPast: {
    status: 400,
    retryable: false,
    cause: 'The key would be over at {expiresAt}, which is past.',
    next: 'Choose a time to come, or leave expiresAt out.',
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no member {slug}.',
    next: 'List the members and use one of their slugs.',
  },
  memberExists: {
    status: 409,
    retryable: false,
    cause: 'A member {slug} exists already.',
    next: 'Choose another slug.',
  },
  memberReserved: {
    status: 409,
    retryable: false,
    cause: 'No member can have the slug {slug}, which stands for the platform itself.',
    next: 'Choose another slug.',
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The page token was not made by this list.',
    next: 'Start again without pageToken.',
  },
});
