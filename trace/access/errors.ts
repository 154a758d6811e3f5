import { defineErrors } from '../../errors.ts';

/** Errors about who may see which event. */
export const accessErrors = defineErrors('access', {
  audienceUnknown: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The audience {value} is not one that this server knows.',
    next: 'Write public, partners, certifier, authority, or members: with the short names of members, such as members:a,b.',
  },
  memberUnknown: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The audience names {members}, and no such member is known.',
    next: 'Check the short names with GET /api/members; nothing was stored.',
  },
  partyInvalid: {
    status: 400,
    retryable: false,
    cause: '{party} is not a party: {problem}.',
    next: 'Give the global location number of the party as https://id.gs1.org/417/… or urn:epc:id:pgln:….',
  },
  partyTaken: {
    status: 409,
    retryable: false,
    cause: 'Another member said before that {party} is its own.',
    next: 'Check the number; if it is yours, ask the platform’s operator to clear it up with that member.',
  },
});
