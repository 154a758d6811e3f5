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
import { formatBytes } from '../transfers/formatBytes.ts';
import { OutcomeTag } from './RecordTags.tsx';

const ids = ['negotiation', 'application', 'dataset'] as const;

/** What a record says. */
export function RecordCard({ record }: { record: WholeRecord }) {
  const { t } = useTranslation('xAudit');
  const language = useLanguage();
  const { agreement, transfer, grant, bytes, rows, detail } = record;
  const code = (text: string | null) => text && <code className="x-pre">{text}</code>;
  return (
    <Card title={t('record.title')}>
      <Facts
        rows={[
          [t('filter.outcome'), <OutcomeTag key="o" outcome={record.outcome} />],
          [t('record.time'), <Time key="t" at={record.time} withZone />],
          [t('filter.counterparty'), record.counterparty && <DidName did={record.counterparty} />],
          [t('filter.purpose'), code(record.purpose)],
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
          ...Object.entries(detail).map(([name, value]): [string, ReactNode] => [
            name,
            code(typeof value === 'string' ? value : JSON.stringify(value)),
          ]),
        ]}
      />
    </Card>
  );
}
