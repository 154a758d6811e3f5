import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { Words } from '../api/common.ts';
import type { Sharing } from '../api/words.ts';
import { questionPrefix } from './itemNames.ts';

/** Items that can be given and questions that can be asked, to choose from. */
export function useItemOptions(
  items: { name: string; title: Words; sharing: Sharing }[] = [],
  questions: { id: string; words: Words }[] = [],
): { value: string; label: string }[] {
  const { t } = useTranslation('xMatters');
  const text = useText();
  return [
    ...items
      .filter(({ sharing }) => sharing !== 'none')
      .map(({ name, title }) => ({ value: name, label: text(title) || name })),
    ...questions.map(({ id, words }) => ({
      value: `${questionPrefix}${id}`,
      label: t('rules.question', { words: text(words) }),
    })),
  ];
}
