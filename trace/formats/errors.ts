import { defineErrors } from '../../errors.ts';

/** Errors of reading and writing the formats of EPCIS other than JSON. */
export const formatErrors = defineErrors('trace', {
  malformedXml: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The XML cannot be read: line {line}, column {column}: {problem}.',
    next: 'Correct the document there and send it again; nothing was stored.',
  },
  xmlTooLarge: {
    status: 413,
    retryable: false,
    type: 'epcisException:CaptureLimitExceededException',
    cause: 'The XML is too large: at line {line}, column {column} it has more than {limit} {what}.',
    next: 'Split the document and send the parts one after the other.',
  },
  notExpressible: {
    status: 406,
    retryable: false,
    type: 'epcisException:NotAcceptableException',
    cause: '{what} cannot be written as XML: {problem}.',
    next: 'Accept application/json.',
  },
  unknownContext: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The JSON-LD context {url} is not one that this server holds, and none is fetched.',
    next: 'Ask for one of the two URLs of the EPCIS context; put terms of another into the @context of the document.',
  },
});
