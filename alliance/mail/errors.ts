import { defineErrors } from '../../errors.ts';

export const mailErrors = defineErrors('mail', {
  optionInvalid: {
    status: 500,
    retryable: false,
    cause: 'The option smtp-url cannot be used: {problem}.',
    next: 'Give smtp://user@host:port or smtps://user@host:port, and the password in XIANGYU_SMTP_PASSWORD or a file.',
  },
  notSent: {
    status: 502,
    retryable: true,
    cause: 'The mail server did not take a message: {problem}.',
    next: 'It is tried again by itself; check the option smtp-url if it goes on.',
  },
  refused: {
    status: 502,
    retryable: false,
    cause: 'The mail server refused a message for good: {problem}.',
    next: 'Check the address of the recipient and the sender in smtp-from.',
  },
});
