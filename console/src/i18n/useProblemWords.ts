import { useTranslation } from 'react-i18next';
import { type Problem, problemOf } from '../api/problem.ts';

/** A thrown error as a page tells it: a heading in the reader's language, then the platform's own cause and next step. */
export function useProblemWords(): (error: unknown) => Problem {
  const { t, i18n } = useTranslation('common');
  return (error) => {
    const problem = problemOf(error);
    if (problem.status === 0) {
      return { ...problem, title: t('problem.offlineTitle'), nextStep: t('problem.offlineNext') };
    }
    if (problem.refusal) {
      const language = i18n.language === 'en' ? 'en' : 'zh';
      const { what, because } = problem.refusal;
      const detail = t('problem.refused', { what: what[language], because: because[language] });
      return { ...problem, title: t('problem.byStatus.403'), detail, nextStep: t('problem.refusedNext') };
    }
    const key = `problem.byStatus.${problem.status}`;
    const known = i18n.exists(key, { ns: 'common' }) ? t(key as 'problem.byStatus.404') : problem.title;
    return { ...problem, title: known || t('problem.title') };
  };
}
