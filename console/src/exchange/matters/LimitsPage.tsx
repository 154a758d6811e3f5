import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { changeLimits, getLimits, type Limits, limitNames } from '../api/limits.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { useChange } from '../parts/useChange.ts';
import { useMay } from '../parts/useMay.ts';
import { MatterTabs } from './MatterTabs.tsx';

/** How much time the stages of an application have in the own department. */
export function LimitsPage() {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const query = useQuery({ queryKey: ['exchange', 'limits'], queryFn: ({ signal }) => getLimits(signal) });
  return (
    <>
      <PageHead title={t('tabs.limits')} lead={t('limits.lead')} />
      <Gate right="exchange:read">
        <MatterTabs />
        <Loaded query={query}>{(limits) => <LimitsForm limits={limits} />}</Loaded>
      </Gate>
    </>
  );
}

const mostOf = (name: (typeof limitNames)[number]) =>
  name === 'emergencyHours' ? 168 : name === 'emergencyCount' ? 100_000 : 365;

function LimitsForm({ limits }: { limits: Limits }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const may = useMay()('exchange:decide');
  const change = useChange((values: Partial<Limits>) => changeLimits(values));
  return (
    <Card>
      {!may && <p className="muted">{t('limits.mayNot')}</p>}
      <Form<Partial<Limits>>
        layout="vertical"
        requiredMark={false}
        disabled={!may}
        initialValues={limits}
        onFinish={(values) => change.mutate(values)}
      >
        <div className="x-grid">
          {limitNames.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={t(`limits.${name}`)}
              rules={[{ required: true, message: t('exchange:form.needed') }]}
            >
              <InputNumber
                min={1}
                max={mostOf(name)}
                precision={0}
                {...(name.endsWith('Days') || name === 'answerDaysConnected' ? { suffix: t('limits.days') } : {})}
              />
            </Form.Item>
          ))}
        </div>
        {change.error && <Problem error={change.error} />}
        {change.isSuccess && <Alert type="success" showIcon title={t('limits.saved')} className="in-card" />}
        {may && (
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('exchange:form.save')}
          </Button>
        )}
      </Form>
    </Card>
  );
}
