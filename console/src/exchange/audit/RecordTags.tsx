import { useTranslation } from 'react-i18next';
import { type Outcome, type RecordKind, recordKinds } from '../api/audit.ts';

/** How an act ended. */
export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('xAudit');
  return <span className={`chip chip-outcome-${outcome}`}>{t(`outcome.${outcome}`)}</span>;
}

/** Names kinds of records; a kind that is not usual as it is. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation('xAudit');
  return (kind) => {
    const known = recordKinds.find((one) => one === kind) as RecordKind | undefined;
    return known ? t(`kind.${known.replace('.', '_') as 'answer'}`) : kind;
  };
}
