import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../api/proposals.ts';
import type { MemberKind, MemberStatus } from '../api/types.ts';

/** Where a member stands. */
export function MemberStatusTag({ status }: { status: MemberStatus }) {
  const { t } = useTranslation('governance');
  return (
    <span className={`chip chip-member-${status}`} data-testid="member-status" data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}

/** Where a proposal stands. */
export function ProposalStateTag({ state }: { state: ProposalState }) {
  const { t } = useTranslation('governance');
  return (
    <span className={`chip chip-proposal-${state}`} data-testid="proposal-state" data-state={state}>
      {t(`state.${state}`)}
    </span>
  );
}

/** What an organisation is. */
export function KindTags({ kinds }: { kinds: MemberKind[] }) {
  const { t } = useTranslation('governance');
  return (
    <span className="kinds">
      {kinds.map((kind) => (
        <span key={kind} className="chip chip-kind-of">
          {t(`kind.${kind}`)}
        </span>
      ))}
    </span>
  );
}
