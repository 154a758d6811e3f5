import { defineErrors } from '../../errors.ts';

/** Errors of certificates. */
export const certificateErrors = defineErrors('certificate', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no certificate {certificate} in this register.',
    next: 'Check the address or number on the certificate, or search the register by the name of the operator.',
  },
  invalid: {
    status: 400,
    retryable: false,
    cause: 'The certificate cannot be issued: {pointer} {problem}.',
    next: 'Correct it and issue the certificate again; nothing was issued.',
  },
  taken: {
    status: 409,
    retryable: false,
    cause: 'The address {uri} names another certificate already.',
    next: 'Choose another address, or leave it out and the platform gives one.',
  },
  notYours: {
    status: 403,
    retryable: false,
    cause: 'Certificate {number} was issued by {issuer}; only the issuer changes its status.',
    next: 'Ask the issuer, or sign in as one of its people.',
  },
  withdrawn: {
    status: 409,
    retryable: false,
    cause: 'Certificate {number} is withdrawn, which cannot be taken back.',
    next: 'Issue a new certificate.',
  },
  unavailable: {
    status: 503,
    retryable: false,
    cause: 'Certificates cannot be issued or changed here: this server runs without the members of an alliance.',
    next: 'Use a platform that was started with its alliance.',
  },
});
