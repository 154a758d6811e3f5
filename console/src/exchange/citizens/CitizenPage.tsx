import { useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { askEverywhere, type DepartmentUses, type Person } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';
import { useChange } from '../parts/useChange.ts';
import { OwnUses } from './OwnUses.tsx';
import { PersonFields } from './PersonFields.tsx';

const steps = ['stepCode', 'stepFill', 'stepLook'] as const;

/** For a person with a code from the counter: who used data about me. */
export function CitizenPage() {
  const { t } = useTranslation(['xCitizens', 'exchange']);
  const { department } = useSearch({ from: '/citizen' });
  // The tokens stay in memory: closing the page ends the view.
  const [found, setFound] = useState<DepartmentUses[] | null>(null);
  const enter = useChange(askEverywhere, setFound);
  const leave = () => setFound(null);
  if (found) {
    return (
      <>
        <PageHead
          title={t('public.title')}
          lead={t('public.shown')}
          actions={<Button onClick={leave}>{t('public.leave')}</Button>}
        />
        <div className="stack">
          {found.map((one) => (
            <OwnUses key={one.department.slug} found={one} onLeave={leave} />
          ))}
        </div>
        <p className="muted x-below">{t('public.elsewhere')}</p>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('public.title')} lead={t('public.lead')} />
      <ol className="plain-steps">
        {steps.map((step) => (
          <li key={step}>{t(`public.${step}`)}</li>
        ))}
      </ol>
      <Card title={t('public.enter')}>
        <Form<Person & { department: string; code: string }>
          layout="vertical"
          size="large"
          requiredMark={false}
          scrollToFirstError
          initialValues={{ kind: 'citizenNumber', department }}
          onFinish={(values) => enter.mutate({ ...values, code: values.code.trim() })}
        >
          <Form.Item
            name="department"
            label={t('public.department')}
            rules={[{ required: true, message: t('exchange:form.needed') }]}
          >
            <DepartmentSelect />
          </Form.Item>
          <PersonFields />
          <Form.Item
            name="code"
            label={t('public.code')}
            rules={[{ required: true, whitespace: true, message: t('exchange:form.needed') }]}
          >
            <Input maxLength={40} autoComplete="one-time-code" autoCapitalize="characters" data-testid="code" />
          </Form.Item>
          {enter.error && <Problem error={enter.error} />}
          <Button type="primary" htmlType="submit" block loading={enter.isPending} data-testid="enter">
            {t('public.show')}
          </Button>
        </Form>
        <p className="muted x-below">{t('public.private')}</p>
      </Card>
    </>
  );
}
