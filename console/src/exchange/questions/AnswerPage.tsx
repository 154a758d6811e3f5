import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getAnswer } from '../api/answers.ts';
import { Card } from '../parts/Card.tsx';
import { DidName } from '../parts/DidName.tsx';
import { Gate } from '../parts/Gate.tsx';
import { MatterName } from '../parts/MatterName.tsx';
import { AnswerView } from './AnswerView.tsx';
import { QuestionName } from './QuestionName.tsx';
import { VerifyAnswerButton } from './VerifyAnswerButton.tsx';

/** One answer with its signature. */
export function AnswerPage() {
  const { t } = useTranslation('xAnswers');
  const { id } = useParams({ from: '/exchange/answers/$id' });
  const query = useQuery({ queryKey: ['exchange', 'answer', id], queryFn: ({ signal }) => getAnswer(id, signal) });
  return (
    <>
      <Back to="/exchange/answers" text={t('title')} />
      <Gate right="exchange:read">
        <Loaded query={query}>
          {(answer) => (
            <>
              <PageHead title={t('one')} />
              <div className="stack">
                <Card>
                  <AnswerView answer={answer} />
                  <Facts
                    rows={[
                      [t('asked'), <DidName key="p" did={answer.provider} />],
                      [
                        t('ask.question'),
                        <QuestionName key="q" transfer={answer.transfer} question={answer.question} />,
                      ],
                      [t('purpose'), <MatterName key="u" code={answer.purpose} />],
                      [t('caseNumber'), answer.caseNumber],
                      [t('askedAt'), <Time key="a" at={answer.askedAt} />],
                      [t('answeredAt'), answer.answeredAt && <Time key="t" at={answer.answeredAt} />],
                      [
                        t('transfer'),
                        <Link key="x" to="/exchange/transfers/$id" params={{ id: answer.transfer }} className="x-link">
                          {t('openTransfer')}
                        </Link>,
                      ],
                    ]}
                  />
                  <div className="x-below">
                    <VerifyAnswerButton answer={answer} />
                  </div>
                </Card>
                {answer.jws && (
                  <Card title={t('signedText')} extra={<CopyButton text={answer.jws} />}>
                    <p className="muted">{t('signedHint')}</p>
                    <code className="x-pre">{answer.jws}</code>
                  </Card>
                )}
              </div>
            </>
          )}
        </Loaded>
      </Gate>
    </>
  );
}
