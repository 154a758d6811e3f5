import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { type CatalogueNews, markRead } from '../api/catalogue.ts';
import { listPage, shortId } from '../api/common.ts';
import { Card } from '../parts/Card.tsx';
import { useChange } from '../parts/useChange.ts';
import { useDepartments } from '../queries.ts';

/** What changed in what the person subscribed to; nothing is shown when nothing is new. */
export function NewsCard() {
  const { t } = useTranslation('xCatalogue');
  const text = useText();
  const nameOf = useDepartments();
  const { data } = useQuery({
    queryKey: ['exchange', 'news'],
    queryFn: ({ signal }) => listPage<CatalogueNews>('/news', { perPage: 20 }, signal),
  });
  const fresh = data?.items.filter(({ read }) => !read) ?? [];
  const read = useChange(() => markRead(fresh.map(({ id }) => id)));
  if (fresh.length === 0) return null;
  return (
    <Card
      size="small"
      className="in-card"
      title={t('news.title')}
      extra={
        <Button type="link" loading={read.isPending} onClick={() => read.mutate()}>
          {t('news.markRead')}
        </Button>
      }
    >
      {fresh.map(({ id, participant, dataset, kind, title, at }) => (
        <p key={id}>
          <span className="muted">{nameOf(participant)}</span>{' '}
          <Link
            to="/exchange/catalogue/$department/$id"
            params={{ department: participant, id: shortId(dataset) }}
            className="x-link"
          >
            {text(title)}
          </Link>{' '}
          {t(`news.kind.${kind}`)} · <Time at={at} />
        </p>
      ))}
    </Card>
  );
}
