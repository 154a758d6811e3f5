import './acts.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getRights, type RightsDescription } from '../../api/rights.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';

type Row = RightsDescription['actions'][number];

/** Who may do what, from the rules that decide. */
export function RightsPage() {
  const { t } = useTranslation('acts');
  const language = useLanguage();
  const [text, setText] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['rights'],
    queryFn: ({ signal }) => getRights(signal),
    staleTime: 600_000,
  });
  if (error && !data) return <Problem error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  const sought = text.trim().toLowerCase();
  const rows = data.actions.filter(({ action, what }) =>
    `${action} ${what.zh} ${what.en}`.toLowerCase().includes(sought),
  );
  const who = (list: Row['persons']) =>
    list.length === 0 ? (
      <span className="muted">{t('rights.nobody')}</span>
    ) : (
      list.map((words) => <div key={words.en}>{pickText(words, language)}</div>)
    );
  return (
    <>
      <PageHead title={t('rights.title')} lead={t('rights.lead')} />
      <div className="stack">
        <Alert
          type="info"
          title={t('rights.first')}
          description={
            <ul className="prohibitions">
              {data.prohibitions.map((words) => (
                <li key={words.id}>{pickText(words, language)}</li>
              ))}
            </ul>
          }
        />
        <Card>
          <Input.Search
            allowClear
            className="in-card"
            placeholder={t('rights.search')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="rights-head" aria-hidden>
            <b>{t('rights.action')}</b>
            <b>{t('rights.persons')}</b>
            <b>{t('rights.keys')}</b>
          </div>
          <ul className="rights">
            {rows.map(({ action, what, persons, keys }) => (
              <li key={action}>
                <div>
                  <b>{pickText(what, language)}</b>
                  <div className="muted">
                    <code>{action}</code>
                  </div>
                </div>
                <div>
                  <small className="rights-label">{t('rights.persons')}</small>
                  {who(persons)}
                </div>
                <div>
                  <small className="rights-label">{t('rights.keys')}</small>
                  {who(keys)}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
