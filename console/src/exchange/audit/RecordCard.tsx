import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { WholeRecord } from '../api/audit.ts';
import { Card } from '../parts/Card.tsx';
import { DidName } from '../parts/DidName.tsx';
import { MatterName } from '../parts/MatterName.tsx';
import { useKnownNames } from '../parts/useKnownNames.ts';
import { formatBytes } from '../transfers/formatBytes.ts';
import { OutcomeTag } from './RecordTags.tsx';
import { useMessageName } from './useTold.ts';

const ids = ['negotiation', 'application'] as const;
/** What stands above the facts already. */
const shown = new Set(['zh', 'en']);
const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text);

/** What a record says. */
export function RecordCard({ record }: { record: WholeRecord }) {
  const { t, i18n } = useTranslation(['xAudit', 'common']);
  const { datasetName } = useKnownNames();
  const messageName = useMessageName();
  const language = useLanguage();
  const { agreement, transfer, grant, bytes, rows, detail } = record;
  const code = (text: string | null) => text && <code className="x-pre">{text}</code>;
  const detailName = (name: string) => (i18n.exists(`xAudit:detail.${name}`) ? t(`detail.${name as 'path'}`) : name);
  const detailValue = (name: string, value: unknown): ReactNode => {
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (typeof value === 'number') return formatNumber(value, language);
    if (typeof value !== 'string') return code(JSON.stringify(value));
    if (isInstant(value)) return <Time at={value} />;
    if (value.startsWith('did:')) return <DidName did={value} />;
    if (name !== 'type') return code(value);
    return (
      <>
        {messageName(value)} {code(value)}
      </>
    );
  };
  return (
    <Card title={t('record.title')}>
      <Facts
        rows={[
          [t('filter.outcome'), <OutcomeTag key="o" outcome={record.outcome} />],
          [t('record.time'), <Time key="t" at={record.time} withZone />],
          [t('filter.counterparty'), record.counterparty && <DidName did={record.counterparty} />],
          [t('filter.purpose'), record.purpose && <MatterName code={record.purpose} />],
          [t('filter.caseNumber'), record.caseNumber],
          [
            t('filter.agreement'),
            agreement && (
              <Link to="/exchange/audit" search={{ agreement }} className="x-link">
                {code(agreement)}
              </Link>
            ),
          ],
          [
            t('record.grant'),
            grant && (
              <Link to="/exchange/grants/$id" params={{ id: grant }} className="x-link">
                {code(grant)}
              </Link>
            ),
          ],
          [
            t('record.transfer'),
            transfer && (
              <Link to="/exchange/transfers/$id" params={{ id: transfer }} className="x-link">
                {code(transfer)}
              </Link>
            ),
          ],
          [
            t('record.dataset'),
            record.dataset && (
              <>
                {datasetName(record.dataset)} {code(record.dataset)}
              </>
            ),
          ],
          ...ids.map((name): [string, ReactNode] => [t(`record.${name}`), code(record[name])]),
          [
            t('record.amount'),
            bytes === null && rows === null
              ? null
              : [
                  bytes === null ? '' : formatBytes(bytes, language),
                  rows === null ? '' : t('record.rows', { rows: formatNumber(rows, language) }),
                ]
                  .filter(Boolean)
                  .join(' · '),
          ],
          [t('record.subjects'), record.subjects > 0 ? formatNumber(record.subjects, language) : null],
          ...Object.entries(detail)
            .filter(([name, value]) => !shown.has(name) && value !== null)
            .map(([name, value]): [string, ReactNode] => [detailName(name), detailValue(name, value)]),
        ]}
      />
    </Card>
  );
}
