import { entryOf } from './actions.ts';
import { type DecideParameters, type Decision, ownOrganisation } from './decide.ts';
import { rightsErrors } from './errors.ts';

/**
 * Throws unless the decision allows it.
 *
 * @throws RIGHTS_SIGN_IN_NEEDED, RIGHTS_REFUSED with `details` {action, what, resource, policies, reason}
 */
export function requireRight(parameters: DecideParameters, { allowed, reason, policies }: Decision): void {
  if (allowed) return;
  const { principal, action } = parameters;
  if (!principal) throw rightsErrors.signInNeeded();
  const { type, id } = parameters.resource ?? ownOrganisation(principal);
  const { zh, en } = entryOf(action);
  throw rightsErrors.refused(
    { name: principal.name, what: en, because: reason.en },
    {
      zh: { what: zh, because: reason.zh },
      details: {
        action,
        what: { zh, en },
        resource: { type, id },
        policies,
        reason,
      },
    },
  );
}
