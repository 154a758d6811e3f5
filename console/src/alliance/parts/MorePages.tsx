import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MorePagesProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The way to the rest of a list; nothing on its last page. */
export function MorePages({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MorePagesProps) {
  const { t } = useTranslation('governance');
  if (!hasNextPage) return null;
  return (
    <div className="pager">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()} data-testid="more">
        {t('more')}
      </Button>
    </div>
  );
}
