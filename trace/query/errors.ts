import { defineErrors } from '../../errors.ts';

/** Errors of event queries beyond a wrong value; `type` is the exception name of EPCIS 2.0, section 8.2.3. */
export const queryErrors = defineErrors('trace', {
  queryTooLarge: {
    status: 413,
    retryable: false,
    type: 'epcisException:QueryTooLargeException',
    cause: 'More than {max} events answer the query, which asked for no more with maxEventCount.',
    next: 'Narrow the query, raise maxEventCount, or leave it out and read page by page.',
  },
  queryTooComplex: {
    status: 413,
    retryable: false,
    type: 'epcisException:QueryTooComplexException',
    cause: 'The query asks for too much at once: {problem}.',
    next: 'Split it into several queries.',
  },
  parametersExclusive: {
    status: 400,
    retryable: false,
    type: 'epcisException:QueryParameterException',
    cause: 'The query has both eventCountLimit and maxEventCount.',
    next: 'Give eventCountLimit for the first events only, or maxEventCount for an error when there are more.',
  },
  limitWithoutOrder: {
    status: 400,
    retryable: false,
    type: 'epcisException:QueryParameterException',
    cause: 'The query has eventCountLimit without orderBy, so that it does not say which events come first.',
    next: 'Add orderBy, such as orderBy=eventTime.',
  },
  unknownPrefix: {
    status: 400,
    retryable: false,
    type: 'epcisException:QueryParameterException',
    cause: 'The query parameter {name} uses the prefix {prefix}, which nothing explains.',
    next: 'Define it in the header GS1-Extensions ({prefix}=https://…) or in the @context of the query.',
  },
});
