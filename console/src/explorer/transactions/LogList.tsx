import { useTranslation } from 'react-i18next';
import type { Log } from '../api/transactions.ts';
import { DecodedArguments } from '../parts/DecodedArguments.tsx';
import { AddressLink } from '../parts/links.tsx';
import { RawData } from '../parts/RawData.tsx';
import { SpaceTag } from '../parts/tags.tsx';

/** Events in order, decoded where an ABI is known, with the raw bytes beside. */
export function LogList({ logs }: { logs: Log[] }) {
  const { t } = useTranslation('transactions');
  return (
    <ol className="logs">
      {logs.map((log) => (
        <li key={`${log.space} ${log.index}`}>
          <p className="log-head">
            <span className="chip">#{log.index}</span>
            <b>{log.decoded?.name ?? t('unknownEvent')}</b>
            <AddressLink address={log.address} />
            <SpaceTag space={log.space} />
          </p>
          {log.decoded && <DecodedArguments args={log.decoded.args} />}
          <details className="raw">
            <summary>{t('rawLog')}</summary>
            <ol start={0} className="topics">
              {log.topics.map((topic, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: topics may be equal and never change places.
                <li key={at}>
                  <code>{topic}</code>
                </li>
              ))}
            </ol>
            <RawData hex={log.data} />
          </details>
        </li>
      ))}
    </ol>
  );
}
