import { defineErrors } from '../../errors.ts';

export const auditErrors = defineErrors('audit', {
  badRange: {
    status: 400,
    retryable: false,
    cause: 'Epochs {from} to {to} cannot be audited: the node at {url} has settled epochs 0 to {best}.',
    next: 'Choose a range with --from and --to within these epochs, or wait until the chain has grown.',
  },
  incomplete: {
    status: 502,
    retryable: false,
    cause: 'The node at {url} does not answer everything about epoch {epoch}: {missing}.',
    next: 'Use the local Core Space port of a node that keeps its whole history (node_type = "archive").',
  },
  reorganised: {
    status: 503,
    retryable: true,
    cause: 'The chain was reorganised at epoch {epoch} during the audit.',
    next: 'Go on with --from {epoch}.',
  },
});
