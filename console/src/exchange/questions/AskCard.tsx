import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonValue } from '../../../../proof/index.ts';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { ask, listOpenQuestions, type ReceivedAnswer } from '../api/answers.ts';
import type { Grant } from '../api/grants.ts';
import type { Transfer } from '../api/transfers.ts';
import { Card } from '../parts/Card.tsx';
import { useChange } from '../parts/useChange.ts';
import { useMay } from '../parts/useMay.ts';
import { CaseField } from '../transfers/CaseField.tsx';
import { AnswerView } from './AnswerView.tsx';
import { ParameterField } from './ParameterField.tsx';
import { readParameters } from './readParameters.ts';
import { VerifyAnswerButton } from './VerifyAnswerButton.tsx';

interface Values {
  question: string;
  caseNumber?: string;
  parameters?: Record<string, unknown>;
}

/** Asks a question that shows an answer and no data. */
export function AskCard({ transfer, grant }: { transfer: Transfer; grant: Grant }) {
  const { t } = useTranslation('xAnswers');
  const text = useText();
  const may = useMay();
  const [form] = Form.useForm<Values>();
  const [asked, setAsked] = useState<{ answer: ReceivedAnswer; parameters: JsonValue } | null>(null);
  const questions = useQuery({
    queryKey: ['exchange', 'openQuestions', transfer.id],
    queryFn: ({ signal }) => listOpenQuestions(transfer.id, signal),
    staleTime: 60_000,
  });
  const open = questions.data?.filter(({ kind }) => kind !== 'match') ?? [];
  const chosen = Form.useWatch('question', form);
  const question = open.find(({ id }) => id === chosen) ?? open[0];
  const asking = useChange(async ({ caseNumber, parameters = {} }: Values) => {
    const given = readParameters(parameters);
    const answer = await ask({
      transfer: transfer.id,
      question: question?.id ?? '',
      purpose: grant.purpose,
      caseNumber: caseNumber?.trim() || null,
      parameters: given,
    });
    setAsked({ answer, parameters: given });
  });
  if (!may('exchange:pull')) return <Alert type="info" showIcon title={t('mayNot')} />;
  return (
    <Card title={t('ask.title')}>
      <p className="muted">{t('ask.lead')}</p>
      {questions.error && <Problem error={questions.error} onRetry={questions.refetch} />}
      {questions.data && open.length === 0 && <Alert type="info" showIcon title={t('ask.none')} />}
      {question && (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ question: question.id }}
          onFinish={(values) => asking.mutate(values)}
        >
          <Form.Item name="question" label={t('ask.question')}>
            <Select
              options={open.map(({ id, words }) => ({ value: id, label: text(words) || id }))}
              data-testid="question"
            />
          </Form.Item>
          <div className="x-grid">
            {question.parameters.map((parameter) => (
              <ParameterField key={`${question.id}.${parameter.name}`} parameter={parameter} />
            ))}
            <CaseField grant={grant} testId="ask-case" />
          </div>
          <p className="muted">{t('ask.limits', { day: question.perDay, group: question.smallestGroup })}</p>
          <Button type="primary" htmlType="submit" loading={asking.isPending} data-testid="ask">
            {t('ask.submit')}
          </Button>
        </Form>
      )}
      {asking.error && <Problem error={asking.error} />}
      {asked && !asking.isPending && (
        <>
          <AnswerView answer={asked.answer} />
          <VerifyAnswerButton key={asked.answer.id} answer={asked.answer} parameters={asked.parameters} />
        </>
      )}
    </Card>
  );
}
