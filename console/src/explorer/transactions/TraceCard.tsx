import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getTrace, type TraceFrame } from '../api/transactions.ts';
import { Coins, Whole } from '../parts/Amount.tsx';
import { DecodedArguments } from '../parts/DecodedArguments.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { AddressLink } from '../parts/links.tsx';
import { RawData } from '../parts/RawData.tsx';
import { SpaceTag, StatusMark } from '../parts/tags.tsx';

/** The tree of calls, which the node has to replay: only when asked for. */
export function TraceCard({ hash }: { hash: string }) {
  const { t } = useTranslation('transactions');
  const [wanted, setWanted] = useState(false);
  const query = useQuery({
    queryKey: ['explorer', 'trace', hash],
    queryFn: ({ signal }) => getTrace(hash, signal),
    enabled: wanted,
    staleTime: 60_000,
  });
  return (
    <Card title={t('trace')}>
      {wanted ? (
        <Loaded query={query}>
          {({ frames }) =>
            frames.length === 0 ? (
              <p className="muted">{t('noTrace')}</p>
            ) : (
              <ol className="trace" data-testid="trace">
                {frames.map((frame, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a trace never changes.
                  <Frame key={at} frame={frame} />
                ))}
              </ol>
            )
          }
        </Loaded>
      ) : (
        <Button onClick={() => setWanted(true)} data-testid="show-trace">
          {t('showTrace')}
        </Button>
      )}
    </Card>
  );
}

/** Deeper calls are further in, up to what a narrow page can show. */
const deepestIndent = 8;

function Frame({ frame }: { frame: TraceFrame }) {
  const { t } = useTranslation('transactions');
  const { depth, kind, from, to, value, gasUsed, call, status, error, input, output, space } = frame;
  return (
    <li style={{ '--depth': Math.min(depth, deepestIndent) } as React.CSSProperties}>
      <details>
        <summary>
          <span className="chip chip-kind">{kind}</span>
          {to && <AddressLink address={to} plain />}
          <code className="method">{call?.name ?? (input === '0x' ? '' : input.slice(0, 10))}</code>
          {value !== '0' && <Coins drip={value} />}
          <SpaceTag space={space} />
          {status === 'failed' && <StatusMark status={status} />}
        </summary>
        <div className="frame-body">
          {error && <p className="bad">{error}</p>}
          {from && (
            <p>
              {t('from')} <AddressLink address={from} />
              {gasUsed !== null && (
                <small className="muted">
                  {' '}
                  · {t('gasUsed')} <Whole digits={gasUsed} />
                </small>
              )}
            </p>
          )}
          {call && <DecodedArguments args={call.args} />}
          <p className="muted">{t('inputData')}</p>
          <RawData hex={input} />
          <p className="muted">{t('outputData')}</p>
          <RawData hex={output} />
        </div>
      </details>
    </li>
  );
}
