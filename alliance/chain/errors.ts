import { defineErrors } from '../../errors.ts';

const newSignature = 'Have it prepared anew, sign it with the present key and send it again.';

/** What the alliance's contracts refuse, in words; see `explainRefusal`. */
export const chainErrors = defineErrors('chain', {
  notFounded: {
    status: 409,
    retryable: false,
    cause: 'The alliance is not founded yet: {enrolled} of {founders} founders took their place.',
    next: 'Wait until every founder has signed the charter; `xiangyu alliance status` shows who is missing.',
  },
  alreadyEnrolled: {
    status: 409,
    retryable: false,
    cause: 'This founder took its place before.',
    next: 'Nothing needs to be done.',
  },
  notFounder: {
    status: 403,
    retryable: false,
    cause: 'The charter does not name this organisation with these keys as a founder.',
    next: 'Apply for membership once the alliance is founded.',
  },
  onlyByVote: {
    status: 403,
    retryable: false,
    cause: 'Only a vote of the members can do this; {sender} has no right to.',
    next: 'Make a proposal and have the members vote.',
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'The chain knows no such member.',
    next: 'Check its slug against the list of members.',
  },
  keyUnknown: {
    status: 403,
    retryable: false,
    cause: 'The key {key} is not the key of a member.',
    next: 'Sign with the key that your organisation was admitted with.',
  },
  keyRemoved: {
    status: 403,
    retryable: false,
    cause: 'The key {key} was replaced by another key of its member and signs no more.',
    next: 'Sign with the present key.',
  },
  keyTaken: {
    status: 409,
    retryable: false,
    cause: 'The key {key} belongs, or once belonged, to a member.',
    next: 'Make a new key; every key serves one member only, and once replaced it does not come back.',
  },
  wrongStatus: {
    status: 403,
    retryable: false,
    cause: 'The member is {status}, and this is not possible then.',
    next: 'See in its history why; the members decide by vote about suspension and admission.',
  },
  wrongSignature: {
    status: 403,
    retryable: false,
    cause:
      'The signature does not belong to {key}, or was made for something else, for another chain or contract, or was used before.',
    next: newSignature,
  },
  signatureUsed: {
    status: 409,
    retryable: false,
    cause:
      'The signature was made for another turn of its key: in the meantime something else was signed and carried out.',
    next: newSignature,
  },
  signatureExpired: {
    status: 409,
    retryable: false,
    cause: 'The signature expired before it reached the chain.',
    next: newSignature,
  },
  notApplied: {
    status: 409,
    retryable: false,
    cause: 'Nobody applied with exactly these details, or it was decided already.',
    next: 'Take the details from the application and propose again.',
  },
  alreadyApplied: {
    status: 409,
    retryable: false,
    cause: 'Exactly this was applied for before.',
    next: 'Wait for the members to decide.',
  },
  badEntry: {
    status: 400,
    retryable: false,
    cause: 'The details of the organisation are not complete or not well-formed.',
    next: 'Give a kind at least, a key, a DID of at most 256 bytes, and a node key of 64 bytes or none.',
  },
  badKind: {
    status: 400,
    retryable: false,
    cause: 'There is no such kind of member.',
    next: 'Choose one of enterprise, government, research, certifier, nodeOperator, witness.',
  },
  noVotesLeft: {
    status: 409,
    retryable: false,
    cause: 'After this nobody would have a vote any more.',
    next: 'Choose weights that leave some members a vote.',
  },
  nothingToWeigh: {
    status: 409,
    retryable: false,
    cause: 'The weights of all members follow the present rule already.',
    next: 'Nothing needs to be done.',
  },
  alreadyVoted: {
    status: 409,
    retryable: false,
    cause: 'The member voted on this proposal before; a vote is final.',
    next: 'Nothing needs to be done.',
  },
  noWeight: {
    status: 403,
    retryable: false,
    cause: 'The member had no vote when voting began: it was admitted later, or another member votes for it.',
    next: 'Wait for the next proposal; end the delegation to vote yourself then.',
  },
  votingNotBegun: {
    status: 409,
    retryable: true,
    cause: 'Voting on this proposal has not begun yet.',
    next: 'Vote when it begins; the proposal says when.',
  },
  votingOver: {
    status: 409,
    retryable: false,
    cause: 'Voting on this proposal is over: it is {state}.',
    next: 'Its result stands; make a new proposal to decide anew.',
  },
  notPassed: {
    status: 409,
    retryable: false,
    cause: 'The proposal cannot be carried out: it is {state}.',
    next: 'Only a proposal that passed can be carried out, and once.',
  },
  proposalUnknown: {
    status: 404,
    retryable: false,
    cause: 'The chain knows no such proposal.',
    next: 'Check its id against the list of proposals.',
  },
  proposalExists: {
    status: 409,
    retryable: false,
    cause: 'Exactly this was proposed before.',
    next: 'Vote on the proposal that is there, or change the text of yours.',
  },
  supportUnknown: {
    status: 400,
    retryable: false,
    cause: 'A ballot is against, for or abstain.',
    next: 'Choose one of these.',
  },
  tooLittleWeight: {
    status: 403,
    retryable: false,
    cause: 'A proposal needs a weight of {needed}, and the member votes with {weight}.',
    next: 'Ask other members to delegate their votes to you, or to propose it.',
  },
  proposerReserved: {
    status: 403,
    retryable: false,
    cause: 'The description of the proposal reserves it for another key.',
    next: 'Let the owner of that key propose it.',
  },
  ruleOutOfBounds: {
    status: 400,
    retryable: false,
    cause: 'The rule cannot be {value}; at most {most} is allowed, so that the alliance stays able to decide.',
    next: 'Choose a value within this.',
  },
  notWithdrawable: {
    status: 403,
    retryable: false,
    cause: 'A proposal is decided by vote and cannot be withdrawn.',
    next: 'Vote against it.',
  },
  notOwned: {
    status: 409,
    retryable: false,
    cause: 'The contract {contract} was not offered to the alliance by its owner.',
    next: 'Have its owner call transferOwnership with the governor first.',
  },
  treasuryShort: {
    status: 409,
    retryable: true,
    cause: 'The common treasury holds {balance} wei, and this needs {needed}.',
    next: 'Pay into the treasury first.',
  },
  deploymentWrong: {
    status: 409,
    retryable: false,
    cause: 'The contract {governor} is not what the charter says: {problem}. Nothing was signed.',
    next: 'Do not sign. Ask the organiser, and the other founders, which contract is meant.',
  },
  refused: {
    status: 409,
    retryable: false,
    cause: "The alliance's contract refuses this: {reason}.",
    next: 'See what it says and change the request accordingly.',
  },
});
