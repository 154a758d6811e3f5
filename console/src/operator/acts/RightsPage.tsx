import './acts.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Input, Skeleton, Table } from 'antd';
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
          <Table<Row>
            rowKey="action"
            dataSource={rows}
            pagination={false}
            scroll={{ x: 720 }}
            columns={[
              {
                title: t('rights.action'),
                key: 'action',
                render: (_, { action, what }) => (
                  <>
                    {pickText(what, language)}
                    <div className="muted">
                      <code>{action}</code>
                    </div>
                  </>
                ),
              },
              { title: t('rights.persons'), key: 'persons', render: (_, { persons }) => who(persons) },
              { title: t('rights.keys'), key: 'keys', render: (_, { keys }) => who(keys) },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
