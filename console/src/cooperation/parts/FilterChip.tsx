import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** A filter that is on, with the way to end it. */
export function FilterChip({ text, onEnd }: { text: string; onEnd: () => void }) {
  const { t } = useTranslation('coop');
  return (
    <Button size="small" shape="round" onClick={onEnd} aria-label={t('endFilter', { text })}>
      {text} ×
    </Button>
  );
}
