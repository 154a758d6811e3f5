import { FileProtectOutlined, LinkOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import type { Achievement, Details, Evidence } from '../api/achievements.ts';
import { Markdown } from '../parts/Markdown.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { formatYuan } from '../parts/money.ts';
import { Statement } from '../parts/Statement.tsx';
import { useText } from '../parts/useText.ts';
import { AchievementStateChip } from './AchievementEntry.tsx';

/** What is claimed, and by what evidence. */
export function ClaimView({ achievement }: { achievement: Achievement }) {
  const { t } = useTranslation('achievements');
  const text = useText();
  const language = useLanguage();
  const { member, kind, present, version } = achievement;
  const day = (value: string) => formatDate(`${value}T12:00:00Z`, language);
  return (
    <Card>
      <p className="entry-meta">
        <AchievementStateChip achievement={achievement} />
        <span>{t(`kind.${kind}`)}</span>
        <MemberLink slug={member} />
        {version > 1 && <span>{t('versionNow', { version })}</span>}
      </p>
      <Markdown text={text(present.body)} />
      <Facts
        rows={[
          [t(`day.${kind}`), day(present.achievedOn)],
          ...useDetailRows(present.details, day),
          [t('stated'), <Statement key="s" id={present.statementId} />],
        ]}
      />
      <h2 className="section-title">{t('evidence')}</h2>
      {present.evidence.length === 0 && <p className="muted">{t('onlyDisclosure')}</p>}
      <ul className="lines">
        {present.evidence.map((one) => (
          <li key={one.type === 'url' ? one.url : one.statementId}>
            <EvidenceLine evidence={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useDetailRows(details: Details, day: (value: string) => string): [string, ReactNode][] {
  const { t } = useTranslation('achievements');
  const language = useLanguage();
  const link = (url: string | null): ReactNode =>
    url && (
      <a href={url} target="_blank" rel="noopener noreferrer nofollow">
        {url}
      </a>
    );
  switch (details.kind) {
    case 'application':
      return [[t('link'), link(details.link)]];
    case 'standard':
      return [
        [t('standardNumber'), details.number],
        [t('issuer'), details.issuer],
        [t('stage'), t(`stages.${details.stage}`)],
        [t('link'), link(details.link)],
      ];
    case 'patent':
      return [
        [t('filingNumber'), <code key="n">{details.filingNumber}</code>],
        [t('office'), details.office],
        [
          t('disclosure'),
          details.disclosure && (
            <span className="disclosure" key="d" data-testid="disclosure-proof">
              <b>{details.disclosure.fileName}</b> <Copyable text={details.disclosure.digest} />
              <Statement id={details.disclosure.statementId} certificate />
              <span className="muted">{t('disclosureProof')}</span>
            </span>
          ),
        ],
      ];
    case 'output':
      return [
        [t('amount'), <b key="a">{t('yuan', { amount: formatYuan(details.amountFen, language) })}</b>],
        [t('from'), day(details.from)],
      ];
  }
}

function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation('achievements');
  if (evidence.type === 'url') {
    return (
      <p className="entry-meta">
        <LinkOutlined />
        {evidence.label && <b>{evidence.label}</b>}
        <a href={evidence.url} target="_blank" rel="noopener noreferrer nofollow">
          {evidence.url}
        </a>
      </p>
    );
  }
  return (
    <p className="entry-meta">
      {evidence.type === 'file' ? <FileProtectOutlined /> : <SafetyCertificateOutlined />}
      <b>{evidence.label || t('statementId')}</b>
      {evidence.type === 'file' && <Copyable text={evidence.digest} />}
      <Statement id={evidence.statementId} certificate={evidence.type === 'file'} />
    </p>
  );
}
