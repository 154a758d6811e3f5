import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { formatUnits } from '../../format/formatUnits.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import type { Call } from '../api/proposals.ts';
import { KindTags } from '../parts/tags.tsx';
import { useDuration } from '../parts/useDuration.ts';
import { useMemberOfId } from '../parts/useMemberOfId.tsx';
import { allianceQuery } from '../queries.ts';
import { type DecodedCall, decodeCall } from '../sign/decodeCall.ts';

/** A call in a sentence, read out of its bytes by this browser. */
export function CallWords({ call }: { call: Pick<Call, 'target' | 'valueWei' | 'data'> }) {
  const { data: alliance } = useQuery(allianceQuery);
  if (!alliance?.governor || !alliance.registry || !alliance.record) return null;
  const { governor, registry, record, log } = alliance;
  return <Words decoded={decodeCall(call, { governor, registry, record, log: log.contract })} />;
}

function Words({ decoded }: { decoded: DecodedCall }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const duration = useDuration();
  const memberOf = useMemberOfId();
  const sentence = (text: string) => <p className="call-words">{text}</p>;
  switch (decoded.does) {
    case 'admit':
      return (
        <>
          {sentence(t('calls.admit'))}
          <Facts
            rows={[
              [t('member.name'), memberOf(decoded.id)],
              [t('member.kinds'), <KindTags key="kinds" kinds={decoded.kinds} />],
              ['DID', <code key="did">{decoded.did}</code>],
              [t('member.key'), <Copyable key="key" text={decoded.key} full />],
            ]}
          />
        </>
      );
    case 'suspend':
    case 'reinstate':
    case 'expel':
      return (
        <p className="call-words">
          {t(`calls.${decoded.does}`)} {memberOf(decoded.id)}
        </p>
      );
    case 'replaceKey':
      return (
        <>
          <p className="call-words">
            {t('calls.replaceKey')} {memberOf(decoded.id)}
          </p>
          <Copyable text={decoded.key} full />
        </>
      );
    case 'setKinds':
      return (
        <p className="call-words">
          {t('calls.setKinds')} {memberOf(decoded.id)} <KindTags kinds={decoded.kinds} />
        </p>
      );
    case 'setRule': {
      const seconds = decoded.rule === 'votingDelaySeconds' || decoded.rule === 'votingPeriodSeconds';
      const percent = decoded.rule === 'quorumPercent' || decoded.rule === 'passPercent';
      const value = Number(decoded.value);
      const text = seconds ? duration(value) : `${formatNumber(value, language)}${percent ? '%' : ''}`;
      return sentence(t('calls.setRule', { rule: t(`rule.${decoded.rule}`), value: text }));
    }
    case 'setKindWeight': {
      const weight = formatNumber(Number(decoded.value), language);
      return sentence(t('calls.setKindWeight', { kind: t(`kind.${decoded.kind}`), weight }));
    }
    case 'setWitnesses':
      return (
        <>
          {sentence(t('calls.setWitnesses', { k: decoded.threshold, n: decoded.witnesses.length }))}
          {decoded.witnesses.map((address) => (
            <div key={address}>
              <Copyable text={address} full />
            </div>
          ))}
        </>
      );
    case 'publishScenario':
      return (
        <>
          {sentence(t('calls.publishScenario'))}
          <Facts
            rows={[
              [t('calls.scenarioUri'), <code key="uri">{decoded.uri}</code>],
              ['SHA-256', <Copyable key="digest" text={decoded.digest} full />],
            ]}
          />
        </>
      );
    case 'resolve':
      return (
        <>
          {sentence(t('calls.resolve'))}
          <Copyable text={decoded.digest} />
        </>
      );
    case 'spend':
      return (
        <>
          {sentence(t('calls.spend', { amount: formatUnits(decoded.amountWei.toString(), 18, language, 18) }))}
          <Copyable text={decoded.to} full />
        </>
      );
    case 'unknown':
      return <Alert type="warning" showIcon title={t('calls.unknown')} description={t('calls.unknownText')} />;
  }
}
