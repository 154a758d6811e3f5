import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Copyable } from '../operator/Copyable.tsx';
import type { CredentialReport, Finding, Report } from './api.ts';
import { FormatTag, useClaimName, useTypeName } from './parts.tsx';

const marks = { true: <CheckOutlined />, false: <CloseOutlined />, null: <MinusOutlined /> };
const checks = [
  'format',
  'context',
  'issuer',
  'holder',
  'key',
  'proof',
  'period',
  'status',
  'schema',
  'authority',
  'chain',
  'challenge',
  'domain',
] as const;

function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation('credentials');
  const language = useLanguage();
  return (
    <ul className="findings" data-testid="findings">
      {findings.map((finding) => {
        const known = checks.find((id) => id === finding.id);
        return (
          <li key={finding.id} data-code={finding.code}>
            <span className={`mark-${finding.ok}`}>{marks[`${finding.ok}`]}</span>
            <b>{known ? t(`check.${known}`) : finding.id}</b>
            <span>{language === 'zh-CN' ? finding.zh : finding.detail}</span>
          </li>
        );
      })}
    </ul>
  );
}

function CredentialCard({ credential }: { credential: CredentialReport }) {
  const { t } = useTranslation('credentials');
  const nameOf = useTypeName();
  const claimName = useClaimName();
  const { type, format, issuer, subject, claims, checks: findings } = credential;
  return (
    <Card title={nameOf(type)} extra={<FormatTag format={format} />}>
      <p>
        <span className="muted">{t('from')}</span> <Copyable text={issuer} full />
      </p>
      {subject && (
        <p>
          <span className="muted">{t('about')}</span> <Copyable text={subject} full />
        </p>
      )}
      <b>{t('verify.says')}</b>
      <dl className="rows">
        {Object.entries(claims).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{claimName(type, name)}</dt>
            <dd>
              {typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
      <Findings findings={findings} />
    </Card>
  );
}

/** What was found, first in one word. */
export function ReportView({ report }: { report: Report }) {
  const { t } = useTranslation('credentials');
  const { valid, presentation, credentials } = report;
  return (
    <div className="stack" data-testid="report">
      <Alert
        type={valid ? 'success' : 'error'}
        showIcon
        title={<b data-testid="verdict">{t(valid ? 'verify.valid' : 'verify.invalid')}</b>}
        description={t(valid ? 'verify.validText' : 'verify.invalidText')}
      />
      {presentation && (
        <Card title={t('verify.presentation')}>
          <Findings findings={presentation.checks} />
        </Card>
      )}
      {credentials.map((credential, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is shown whole and never changes
        <CredentialCard key={at} credential={credential} />
      ))}
    </div>
  );
}
