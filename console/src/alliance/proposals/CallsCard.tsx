import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/proposals.ts';
import { CallWords } from './CallWords.tsx';

/** What exactly is carried out when the proposal passes: in words, and as the bytes that the chain executes. */
export function CallsCard({ calls }: { calls: Pick<Call, 'target' | 'valueWei' | 'data'>[] }) {
  const { t } = useTranslation('governance');
  return (
    <Card title={t('calls.title')}>
      <p className="muted">{t('calls.lead')}</p>
      <ol className="calls" data-testid="calls">
        {calls.map((call, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: calls have no name but their place, which they keep.
          <li key={at}>
            <CallWords call={call} />
            <details className="raw">
              <summary>{t('calls.bytes')}</summary>
              <pre>{`to    ${call.target}\nvalue ${call.valueWei}\ndata  ${call.data}`}</pre>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
