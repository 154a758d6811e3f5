import { App } from 'antd';
import { useProblemWords } from '../i18n/useProblemWords.ts';

/** Tells a thrown error in one passing line, in the reader's language; for actions that have no place of their own for it. */
export function useProblemMessage(): (error: unknown) => void {
  const { message } = App.useApp();
  const problemWords = useProblemWords();
  return (error) => {
    const { title, detail, nextStep } = problemWords(error);
    void message.error([title, detail, nextStep].filter(Boolean).join(' · '));
  };
}
