import { defineErrors } from '../../errors.ts';

/** Errors of reports by consumers. */
export const reportErrors = defineErrors('report', {
  wrongProduct: {
    status: 400,
    retryable: false,
    cause: 'The report names no product: {problem}.',
    next: 'Scan the code on the package again and report from the page that opens.',
  },
  unknownProduct: {
    status: 404,
    retryable: false,
    cause: 'Nothing is recorded here about {thing}.',
    next: 'Check the code; a product that nobody recorded may itself be a fake: tell the market supervision office.',
  },
  enough: {
    status: 429,
    retryable: true,
    cause: 'Many people reported this product today; it is being looked into.',
    next: 'Nothing more is needed. Tell the market supervision office (12315) if it is urgent.',
  },
});
