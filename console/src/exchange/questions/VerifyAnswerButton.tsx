import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonValue } from '../../../../proof/index.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import type { ReceivedAnswer } from '../api/answers.ts';
import { type AnswerVerification, verifyAnswer } from './verifyAnswer.ts';

/** Checks the signature of an answer on the reader's own machine. */
export function VerifyAnswerButton({ answer, parameters }: { answer: ReceivedAnswer; parameters?: JsonValue }) {
  const { t } = useTranslation('xAnswers');
  const [found, setFound] = useState<AnswerVerification | null>(null);
  if (answer.jws === null) return null;
  const good = found?.signed && found.same && found.parameters !== false;
  return (
    <div className="stack">
      <div>
        <Button onClick={() => setFound(verifyAnswer(answer, parameters ?? null))} data-testid="verify-answer">
          {t('verify.button')}
        </Button>
      </div>
      {found && (
        <Alert
          type={good ? 'success' : 'error'}
          showIcon
          data-testid="answer-verified"
          title={t(good ? 'verify.good' : 'verify.bad')}
          description={
            <ul className="x-problems">
              <li>{t(found.signed ? 'verify.signed' : 'verify.notSigned')}</li>
              <li>{t(found.same ? 'verify.same' : 'verify.notSame')}</li>
              {found.parameters !== null && (
                <li>{t(found.parameters ? 'verify.parameters' : 'verify.otherParameters')}</li>
              )}
              {found.at && (
                <li>
                  {t('verify.at')} <Time at={found.at} />
                </li>
              )}
              <li>
                <code className="x-pre">{found.signer}</code>
              </li>
            </ul>
          }
        />
      )}
    </div>
  );
}
