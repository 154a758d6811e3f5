import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { endRule, type StandingRule } from '../api/matters.ts';
import { useMay } from '../parts/useMay.ts';
import { useDepartments, useJoin, useOwnDepartment } from '../queries.ts';
import { NeedLine } from './NeedLine.tsx';

/** A standing rule in words; whoever may decide can end it. */
export function RuleEntry({ rule }: { rule: StandingRule }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const language = useLanguage();
  const join = useJoin();
  const nameOf = useDepartments();
  const own = useOwnDepartment() ?? '';
  const may = useMay();
  const { id, matter, consumer, dataset, items, ways, perDay, longestDays, until, enabled, madeBy, madeAt } = rule;
  return (
    <article className="x-entry" data-testid="rule">
      <h2>
        {nameOf(consumer)} · <code>{matter}</code>
      </h2>
      <p>
        <NeedLine provider={own} dataset={dataset} items={items} />
      </p>
      <div className="x-meta">
        <span>{join(ways.map((way) => t(`exchange:way.${way}`)))}</span>
        <span>{t('rules.perDayText', { times: perDay, days: longestDays })}</span>
        <span>{until ? t('rules.untilText', { time: formatDateTime(until, language) }) : t('rules.forever')}</span>
        <span className="muted">
          {t('rules.made', { name: madeBy })} · <Time at={madeAt} />
        </span>
        {!enabled && <span className="chip">{t('rules.ended')}</span>}
        {enabled && may('exchange:decide') && (
          <ConfirmButton room="exchange" size="small" danger ask={t('rules.endAsk')} run={() => endRule(id)}>
            {t('rules.end')}
          </ConfirmButton>
        )}
      </div>
    </article>
  );
}
