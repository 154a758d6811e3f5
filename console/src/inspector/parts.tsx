import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { CertificateState, Finding, FindingState } from './api.ts';

const colours = { high: '#b3261e', medium: '#b26a00', low: '#5b6b63' } as const;

/** How doubtful a finding is, 0 to 100. */
export function Score({ finding: { score, severity } }: { finding: Pick<Finding, 'score' | 'severity'> }) {
  const { t } = useTranslation('inspector');
  const percent = Math.round(score * 100);
  return (
    <span className="inspector-score" title={t(`severity.${severity}`)}>
      <Progress
        type="circle"
        size={52}
        percent={percent}
        strokeColor={colours[severity]}
        format={() => <b>{percent}</b>}
        aria-label={`${t('score')} ${percent}`}
      />
      <small style={{ color: colours[severity] }}>{t(`severity.${severity}`)}</small>
    </span>
  );
}

export function FindingTag({ state }: { state: FindingState }) {
  const { t } = useTranslation('inspector');
  return <span className={`chip chip-finding-${state}`}>{t(`state.${state}`)}</span>;
}

export function CertificateTag({ state }: { state: CertificateState }) {
  const { t } = useTranslation('inspector');
  return <span className={`chip chip-certificate-${state}`}>{t(`certificateState.${state}`)}</span>;
}

/** Why a finding was made, in the reader's language. */
export function Reasons({ finding }: { finding: Finding }) {
  const language = useLanguage();
  return (
    <ol className="inspector-reasons">
      {finding.reasons.map((reason) => (
        <li key={`${reason.code} ${reason.en}`}>{pickText(reason, language)}</li>
      ))}
    </ol>
  );
}

/** A thing or an event hash, as far as a reader needs it. */
export function nameOfSubject(subject: string): string {
  const [, ...rest] = subject.split(' ');
  const [name = subject] = rest;
  return decodeURIComponent(name.replace('https://id.gs1.org', ''));
}

/** The crop in the reader's language; one that the dictionary lacks as it is written. */
export function useCropName(): (crop: string) => string {
  const { t, i18n } = useTranslation('inspector');
  return (crop) => (i18n.exists(`crop.${crop}`, { ns: 'inspector' }) ? t(`crop.${crop}` as 'crop.kiwifruit') : crop);
}
