import { defineErrors } from '../../errors.ts';

export const foundingErrors = defineErrors('founding', {
  membersInvalid: {
    status: 400,
    retryable: false,
    cause: 'The list of founders is not right in {count} places; the first is line {line}, column {column}: {problem}.',
    next: 'Correct all of them, they are listed with their lines, and begin again.',
  },
  otherCharter: {
    status: 409,
    retryable: false,
    cause: 'A founding with another charter is under way; {signed} of {founders} founders signed it.',
    next: 'Give the same list of founders to go on with it, or begin anew with `replace` if the founders agree.',
  },
  alreadyFounded: {
    status: 409,
    retryable: false,
    cause: 'The alliance is founded already, with another charter.',
    next: 'Members are admitted by a vote of the members from now on.',
  },
  notStarted: {
    status: 404,
    retryable: false,
    cause: 'No founding is under way here.',
    next: 'The operator begins one with `xiangyu alliance found --members members.yaml`.',
  },
  notDeployed: {
    status: 409,
    retryable: true,
    cause: "The alliance's contracts are not on the chain yet.",
    next: 'Try again in a few seconds.',
  },
  founderUnknown: {
    status: 404,
    retryable: false,
    cause: 'The charter names no founder {founder}.',
    next: 'Check the slug against the charter.',
  },
  signatureWrong: {
    status: 403,
    retryable: false,
    cause: 'The signature is not that of the key {key} which the charter names for {founder}.',
    next: "Sign this alliance's charter with that key: `xiangyu alliance sign`.",
  },
});
