import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Proposal } from '../api/proposals.ts';
import { supports } from '../api/types.ts';
import { allianceQuery } from '../queries.ts';

/** The two questions of every vote: did enough take part, and were enough of them for it. */
export function TallyCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { data: alliance } = useQuery(allianceQuery);
  const { tally, quorum, quorumReached, passPercent } = proposal;
  const [inFavour, against, abstain] = [Number(tally.for), Number(tally.against), Number(tally.abstain)];
  const taking = inFavour + abstain;
  const needed = quorum === null ? null : Number(quorum);
  const deciding = inFavour + against;
  const share = deciding === 0 ? 0 : (inFavour / deciding) * 100;
  const passes = deciding > 0 && inFavour > against && share >= (passPercent ?? 50);
  const percent = alliance?.rules?.quorumPercent;
  // All weight, as far as the quorum tells it: the bar of participation ends there.
  const whole = Math.max(needed === null ? 0 : percent ? (needed / percent) * 100 : needed, taking + against, 1);
  const legend = { for: inFavour, against, abstain };
  return (
    <Card title={t('tally.title')}>
      <div className="tally">
        <h3>{t('tally.participation')}</h3>
        <div className="tally-track">
          <span className="tally-bar">
            <i className="tally-for" style={{ width: `${(inFavour / whole) * 100}%` }} />
            <i className="tally-abstain" style={{ width: `${(abstain / whole) * 100}%` }} />
          </span>
          {needed !== null && (
            <Mark at={(needed / whole) * 100} text={t('tally.quorum', { votes: formatNumber(needed, language) })} />
          )}
        </div>
        <Check reached={quorumReached}>
          {needed === null
            ? t('tally.notYet')
            : t(quorumReached ? 'tally.quorumReached' : 'tally.quorumMissing', {
                votes: formatNumber(taking, language),
                needed: formatNumber(needed, language),
              })}
        </Check>
      </div>
      <div className="tally">
        <h3>{t('tally.agreement')}</h3>
        <div className="tally-track">
          <span className="tally-bar">
            {deciding > 0 && (
              <>
                <i className="tally-for" style={{ width: `${share}%` }} />
                <i className="tally-against" style={{ width: `${100 - share}%` }} />
              </>
            )}
          </span>
          {passPercent !== null && <Mark at={passPercent} text={t('tally.pass', { percent: passPercent })} />}
        </div>
        <Check reached={passes}>
          {deciding === 0
            ? t('tally.nobody')
            : t(passes ? 'tally.passes' : 'tally.fails', { share: formatNumber(share, language, 1) })}
        </Check>
      </div>
      <dl className="tally-legend">
        {supports.map((support) => (
          <div key={support}>
            <dt>
              <i className={`tally-${support}`} /> {t(`support.${support}`)}
            </dt>
            <dd data-testid={`tally-${support}`}>{formatNumber(legend[support], language)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Mark({ at, text }: { at: number; text: string }) {
  const end = at > 55;
  return (
    <span className={`tally-mark ${end ? 'tally-mark-end' : ''}`} style={{ insetInlineStart: `${Math.min(at, 100)}%` }}>
      <span>{text}</span>
    </span>
  );
}

function Check({ reached, children }: { reached: boolean; children: string }) {
  return (
    <p className={`tally-check ${reached ? 'good' : 'muted'}`}>
      {reached ? <CheckCircleFilled /> : <MinusCircleOutlined />} {children}
    </p>
  );
}
