import { defineErrors } from '../../errors.ts';

/** What can go wrong between two connectors. */
export const dspErrors = defineErrors('dsp', {
  notFound: {
    status: 404,
    retryable: false,
    cause: 'There is nothing here that this caller may use.',
    next: 'Check the address and the identifier, and that the token is of a connector that takes part in it.',
  },
  messageInvalid: {
    status: 400,
    retryable: false,
    cause: 'The message is not as the Dataspace Protocol 2025-1 demands: {problem}.',
    next: 'Correct the place that is named and send the message again.',
  },
  illegalMessage: {
    status: 400,
    retryable: false,
    cause: 'The {role} may not send {message} while the process is {state}.',
    next: 'Read the state of the process with GET and go on from there.',
  },
  ownOffer: {
    status: 400,
    retryable: false,
    cause: 'The offer on the table was made by the side that wants to accept it.',
    next: 'Wait for the other side: it agrees, makes another offer, or terminates.',
  },
  offerUnknown: {
    status: 400,
    retryable: false,
    cause: 'There is no offer {offer} for the dataset {dataset}.',
    next: 'Request the catalog and use an @id of an offer in it, with the id of its dataset as target.',
  },
  agreementWrong: {
    status: 400,
    retryable: false,
    cause: 'The agreement is not what was negotiated: {problem}.',
    next: 'Send an agreement between the two parties of the negotiation with the rules of the last offer.',
  },
  repeatDiffers: {
    status: 400,
    retryable: false,
    cause: 'A message with the identifier {name} came before and said something else.',
    next: 'Give every message its own identifier, and repeat a message unchanged.',
  },
  callbackInvalid: {
    status: 400,
    retryable: false,
    cause: 'The callbackAddress cannot be used: {problem}',
    next: 'Give the http or https base address of the DSP endpoints that messages to you should go to.',
  },
  busy: {
    status: 503,
    retryable: true,
    cause: 'A message about this process is on its way to the other side, and its answer has not come yet.',
    next: 'Send the same message again in a few seconds.',
  },
  negotiationUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no negotiation {id}.',
    next: 'List the negotiations and use the id of one of them.',
  },
  transferUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no transfer {id}.',
    next: 'List the transfers and use the id of one of them.',
  },
  agreementUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no finalized agreement {agreement} between these two parties.',
    next: 'Negotiate one first, and use the @id of the agreement.',
  },
  agreementRetired: {
    status: 409,
    retryable: false,
    cause: 'The agreement {agreement} was retired: its grant was revoked or has expired.',
    next: 'Apply for the data again.',
  },
  illegalStep: {
    status: 409,
    retryable: false,
    cause: 'The {role} cannot {step} while the process is {state}.',
    next: 'Read the process again; the other side may have moved it on, or it has ended.',
  },
  counterpartyUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no active connector {counterparty} in the registry.',
    next: 'List the connectors of the alliance and use the slug or DID of an active one.',
  },
  versionUnsupported: {
    status: 502,
    retryable: true,
    cause: 'The connector of {counterparty} does not offer the Dataspace Protocol 2025-1 over HTTPS.',
    next: 'Ask its operator; its version document names what it offers.',
  },
  counterpartyFailed: {
    status: 502,
    retryable: true,
    cause: 'The connector of {counterparty} did not answer as the protocol demands: {problem}.',
    next: 'Try again later, and ask its operator if it lasts.',
  },
  counterpartyRefused: {
    status: 409,
    retryable: false,
    cause: 'The connector of {counterparty} refused: {problem}.',
    next: 'Correct the request; the other side says what it does not accept.',
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The page token is not one of this list.',
    next: 'Use nextPageToken from the answer before, or leave it out for the first page.',
  },
});
