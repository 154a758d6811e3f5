import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { AnswerContent } from '../api/answers.ts';
import { useJoin } from '../queries.ts';

/** Puts an answer into words. */
export function useAnswerWords(): (answer: AnswerContent) => string {
  const { t } = useTranslation('xAnswers');
  const language = useLanguage();
  const join = useJoin();
  return (answer) => {
    if (answer.suppressed) return t('says.suppressed');
    switch (answer.kind) {
      case 'holds':
        return t(answer.holds ? 'says.yes' : 'says.no');
      case 'matchRate':
        return t(answer.reached ? 'says.reached' : 'says.notReached');
      case 'count':
        return t('says.count', { number: formatNumber(answer.count ?? 0, language) });
      case 'histogram':
        return join((answer.groups ?? []).map(({ value, count }) => `${value}: ${formatNumber(count, language)}`));
      default:
        return answer.value === null || answer.value === undefined ? t('says.nothing') : String(answer.value);
    }
  };
}
