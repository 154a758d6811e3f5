import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../../operator/Problem.tsx';
import { getSubscription, type Subscription, setSubscription, topics } from '../api/news.ts';
import { useChange } from '../parts/useChange.ts';

/** What the reader wants mail about. */
export function MailTopics() {
  const query = useQuery({
    queryKey: ['cooperation', 'subscription'],
    queryFn: ({ signal }) => getSubscription(signal),
  });
  return <Loaded query={query}>{(subscription) => <TopicsForm subscription={subscription} />}</Loaded>;
}

function TopicsForm({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation(['news', 'coop', 'common']);
  const language = useLanguage();
  const save = useChange(setSubscription);
  // Whoever never chose reads in the language of the page.
  const initial = subscription.topics.length === 0 ? { ...subscription, language } : subscription;
  return (
    <Form layout="vertical" initialValues={initial} onFinish={(given: Subscription) => save.mutate(given)}>
      <p className="muted">{t('mailText')}</p>
      <Form.Item name="topics">
        <Checkbox.Group className="topics" options={topics.map((value) => ({ value, label: t(`topic.${value}`) }))} />
      </Form.Item>
      <Form.Item name="language" label={t('common:language.label')}>
        <Radio.Group
          options={[
            { value: 'zh-CN', label: t('common:language.zh') },
            { value: 'en', label: t('common:language.en') },
          ]}
        />
      </Form.Item>
      {save.isSuccess && <Alert type="success" showIcon className="in-card" title={t('saved')} />}
      {save.error && <Problem error={save.error} />}
      <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="save-topics">
        {t('coop:form.save')}
      </Button>
    </Form>
  );
}
