import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { listOpenQuestions, type Match, startMatch } from '../api/answers.ts';
import type { Grant } from '../api/grants.ts';
import type { Transfer } from '../api/transfers.ts';
import { Card } from '../parts/Card.tsx';
import { useChange } from '../parts/useChange.ts';
import { useMay } from '../parts/useMay.ts';
import { CaseField } from '../transfers/CaseField.tsx';

interface Values {
  question: string;
  mode: Match['mode'];
  caseNumber?: string;
  identifiers: string;
}

const linesOf = (text: string) => [...new Set(text.split(/[\s,;，；]+/).filter((line) => line !== ''))];

/** Matches the own list with another department's; neither sees the other's. */
export function MatchCard({ transfer, grant }: { transfer: Transfer; grant: Grant }) {
  const { t } = useTranslation(['xAnswers', 'exchange']);
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const questions = useQuery({
    queryKey: ['exchange', 'openQuestions', transfer.id],
    queryFn: ({ signal }) => listOpenQuestions(transfer.id, signal),
    staleTime: 60_000,
  });
  const open = questions.data?.filter(({ kind }) => kind === 'match') ?? [];
  const chosen = Form.useWatch('question', form);
  const question = open.find(({ id }) => id === chosen) ?? open[0];
  const starting = useChange(
    ({ mode, caseNumber, identifiers }: Values) =>
      startMatch({
        transfer: transfer.id,
        question: question?.id ?? '',
        purpose: grant.purpose,
        caseNumber: caseNumber?.trim() || null,
        identifiers: linesOf(identifiers),
        mode,
      }),
    ({ id }) => navigate({ to: '/exchange/matches/$id', params: { id } }),
  );
  if (!may('exchange:pull')) return <Alert type="info" showIcon title={t('mayNot')} />;
  return (
    <Card title={t('match.title')}>
      <p className="muted">{t('match.lead')}</p>
      {questions.error && <Problem error={questions.error} onRetry={questions.refetch} />}
      {questions.data && open.length === 0 && <Alert type="info" showIcon title={t('ask.none')} />}
      {question && (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ question: question.id, mode: 'size' }}
          onFinish={(values) => starting.mutate(values)}
        >
          <Form.Item name="question" label={t('ask.question')}>
            <Select options={open.map(({ id, words }) => ({ value: id, label: text(words) || id }))} />
          </Form.Item>
          <Form.Item name="mode" label={t('match.mode')}>
            <Radio.Group
              options={[
                { value: 'size', label: t('match.size') },
                { value: 'intersection', label: t('match.intersection'), disabled: !question.reveal },
              ]}
            />
          </Form.Item>
          {!question.reveal && <p className="muted">{t('match.sizeOnly')}</p>}
          <Form.Item
            name="identifiers"
            label={t('match.identifiers', { kind: t(`identifier.${question.identifierKind}`) })}
            extra={t('match.identifiersHint', { most: question.setSize, least: question.smallestGroup })}
            rules={[{ required: true, whitespace: true, message: t('exchange:form.needed') }]}
          >
            <Input.TextArea rows={6} autoComplete="off" />
          </Form.Item>
          <CaseField grant={grant} testId="match-case" />
          <Button type="primary" htmlType="submit" loading={starting.isPending}>
            {t('match.submit')}
          </Button>
        </Form>
      )}
      {starting.error && <Problem error={starting.error} />}
    </Card>
  );
}
