import { CheckCircleOutlined, CloseCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReceivedAnswer } from '../api/answers.ts';
import { useAnswerWords } from './useAnswerWords.ts';

/** What an answer says, in large letters. */
export function AnswerView({ answer }: { answer: ReceivedAnswer }) {
  const { t } = useTranslation('xAnswers');
  const words = useAnswerWords();
  if (answer.state === 'refused') {
    return <Alert type="warning" showIcon title={t('refused')} description={answer.refusal} />;
  }
  if (!answer.answer) return <Alert type="info" showIcon title={t('asking')} />;
  const { holds, reached, kind } = answer.answer;
  const plain = kind === 'holds' ? holds : kind === 'matchRate' ? reached : undefined;
  const icon = plain === undefined ? <InfoCircleOutlined /> : plain ? <CheckCircleOutlined /> : <CloseCircleOutlined />;
  return (
    <p className={`x-answer ${plain === undefined ? '' : plain ? 'x-answer-yes' : 'x-answer-no'}`} data-testid="answer">
      {icon} {words(answer.answer)}
    </p>
  );
}
