import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Rules } from '../api/alliance.ts';
import { useDuration } from '../parts/useDuration.ts';
import { useWitnessRule } from '../parts/useWitnessRule.ts';
import { memberKinds } from '../sign/memberIds.ts';

/** The rules by which the alliance decides now, with the witnesses of its log. */
export function RulesCard({ rules }: { rules: Rules }) {
  const { t } = useTranslation('governance');
  const witnesses = useWitnessRule();
  const text =
    witnesses === undefined
      ? '…'
      : witnesses === null
        ? t('rules.witnessesUnknown')
        : witnesses.threshold === 0
          ? t('rules.witnessesNone')
          : t('rules.witnessesText', { k: witnesses.threshold, n: witnesses.count });
  return (
    <Card title={t('rules.title')} className="card-wide">
      <RuleList rules={rules} more={[[t('rules.witnesses'), text]]} />
      <p className="muted">{t('rules.change')}</p>
    </Card>
  );
}

/** Rules as sentences. */
export function RuleList({ rules, more = [] }: { rules: Rules; more?: [name: string, text: string][] }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const duration = useDuration();
  const { votingDelaySeconds, votingPeriodSeconds, quorumPercent, passPercent, proposalThreshold, kindWeights } = rules;
  const weights = memberKinds.map((kind) => `${t(`kind.${kind}`)} ${formatNumber(kindWeights[kind], language)}`);
  const lines: [string, ReactNode][] = [
    [t('rules.quorum'), <Sentence key="q" name="quorumText" values={{ percent: quorumPercent }} />],
    [t('rules.pass'), <Sentence key="p" name="passText" values={{ percent: passPercent }} />],
    [
      t('rules.periods'),
      <Sentence
        key="t"
        name="periodsText"
        values={{ delay: duration(votingDelaySeconds), period: duration(votingPeriodSeconds) }}
      />,
    ],
    [
      t('rules.weights'),
      <Sentence key="w" name="weightsText" values={{ weights: new Intl.ListFormat(language).format(weights) }} />,
    ],
    [
      t('rules.threshold'),
      proposalThreshold <= 1
        ? t('rules.thresholdAny')
        : t('rules.thresholdText', { weight: formatNumber(proposalThreshold, language) }),
    ],
    ...more,
  ];
  return (
    <dl className="rule-list">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SentenceProps {
  name: 'quorumText' | 'passText' | 'periodsText' | 'weightsText';
  values: Record<string, string | number>;
}

function Sentence({ name, values }: SentenceProps) {
  const { t } = useTranslation('governance');
  return <Trans t={t} i18nKey={`rules.${name}`} values={values} components={{ b: <b /> }} />;
}
