import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Match, ReceivedAnswer } from '../api/answers.ts';
import { DidName } from '../parts/DidName.tsx';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { QuestionName } from './QuestionName.tsx';
import { useAnswerWords } from './useAnswerWords.ts';

/** Answers that the department got, and matches that it made. */
export function AnswersPage() {
  const { t } = useTranslation('xAnswers');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Gate right="exchange:read">
        <section className="x-department">
          <h2>{t('answers')}</h2>
          <PagedList<ReceivedAnswer> path="/answers" keyOf={({ id }) => id} empty={t('none')} refetchMs={10_000}>
            {(answer) => <AnswerLine answer={answer} />}
          </PagedList>
        </section>
        <section className="x-department">
          <h2>{t('matches')}</h2>
          <PagedList<Match> path="/answers/matches" keyOf={({ id }) => id} empty={t('noMatches')} refetchMs={5_000}>
            {(match) => <MatchLine match={match} />}
          </PagedList>
        </section>
      </Gate>
    </>
  );
}

function AnswerLine({ answer }: { answer: ReceivedAnswer }) {
  const { t } = useTranslation('xAnswers');
  const words = useAnswerWords();
  return (
    <article className="x-entry" data-testid="answer-line">
      <h3>
        <Link to="/exchange/answers/$id" params={{ id: answer.id }}>
          <QuestionName transfer={answer.transfer} question={answer.question} />
        </Link>
      </h3>
      <p>
        <b>{answer.answer ? words(answer.answer) : t(`state.${answer.state}`)}</b>
      </p>
      <div className="x-meta">
        <span>
          {t('asked')} <DidName did={answer.provider} />
        </span>
        {answer.caseNumber && <span>{t('case', { number: answer.caseNumber })}</span>}
        <span className="muted">
          <Time at={answer.askedAt} />
        </span>
      </div>
    </article>
  );
}

function MatchLine({ match }: { match: Match }) {
  const { t } = useTranslation('xAnswers');
  return (
    <article className="x-entry">
      <h3>
        <Link to="/exchange/matches/$id" params={{ id: match.id }}>
          <QuestionName transfer={match.transfer} question={match.question} />
        </Link>
      </h3>
      <p>
        <b>
          {match.size === null
            ? t(`matchState.${match.state}`)
            : t('match.found', { size: match.size, own: match.ownSize })}
        </b>
      </p>
      <div className="x-meta">
        <span>
          {t('asked')} <DidName did={match.provider} />
        </span>
        <span className="muted">
          <Time at={match.startedAt} />
        </span>
      </div>
    </article>
  );
}
