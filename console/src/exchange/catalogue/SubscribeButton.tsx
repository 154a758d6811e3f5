import { BellFilled, BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { listSubscriptions, subscribe, unsubscribe } from '../api/catalogue.ts';
import { useChange } from '../parts/useChange.ts';

/** Asks to be told of changes of a dataset, or no longer. */
export function SubscribeButton({ department, dataset }: { department: string; dataset: string }) {
  const { t } = useTranslation('xCatalogue');
  const { data } = useQuery({
    queryKey: ['exchange', 'subscriptions'],
    queryFn: ({ signal }) => listSubscriptions(signal),
  });
  const held = data?.find((subscription) => subscription.dataset === dataset);
  const change = useChange(() => (held ? unsubscribe(held.id) : subscribe(department, dataset)) as Promise<unknown>);
  return (
    <span className="confirm-button">
      <Tooltip title={t('entry.subscribeHint')}>
        <Button
          size="large"
          icon={held ? <BellFilled /> : <BellOutlined />}
          disabled={!data}
          loading={change.isPending}
          data-testid="subscribe"
          onClick={() => change.mutate()}
        >
          {t(held ? 'entry.subscribed' : 'entry.subscribe')}
        </Button>
      </Tooltip>
      {change.error && <Problem error={change.error} />}
    </span>
  );
}
