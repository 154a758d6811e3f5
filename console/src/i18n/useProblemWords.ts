import { useTranslation } from 'react-i18next';
import { type Problem, problemOf } from '../api/problem.ts';
import { inLanguage, pickText } from './language.ts';
import { useLanguage } from './useLanguage.ts';

/** A thrown error as a page tells it in the reader's language: a heading, then the platform's own cause and next step. */
export function useProblemWords(): (error: unknown) => Problem {
  const { t, i18n } = useTranslation('common');
  const language = useLanguage();
  return (error) => {
    const problem = inLanguage(problemOf(error), language);
    if (problem.status === 0) {
      // What browsers say of a lost connection is in words of their own.
      const detail = /fetch|network|load failed|timed out|abort/i.test(problem.detail ?? '') ? null : problem.detail;
      return { ...problem, detail, title: t('problem.offlineTitle'), nextStep: t('problem.offlineNext') };
    }
    if (problem.refusal) {
      const { what, because } = problem.refusal;
      const words = { what: pickText(what, language), because: pickText(because, language) };
      const detail = t('problem.refused', words);
      return { ...problem, title: t('problem.byStatus.403'), detail, nextStep: t('problem.refusedNext') };
    }
    const key = `problem.byStatus.${problem.status}`;
    const known = i18n.exists(key, { ns: 'common' }) ? t(key as 'problem.byStatus.404') : '';
    return { ...problem, title: known || t('problem.title') };
  };
}
