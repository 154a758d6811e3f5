import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../api/contracts.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Time } from '../parts/Time.tsx';
import { colourSolidity } from './colourSolidity.ts';

/** The verified source, file by file with line numbers, and how it was compared. */
export function SourceView({ verification }: { verification: Verification }) {
  const { t } = useTranslation('contracts');
  const { sources, compiler, match, optimizer, evmVersion, verifiedAt, contractName, abi } = verification;
  const main = sources.find(({ path }) => contractName.startsWith(path)) ?? sources[0];
  const [shown, setShown] = useState(main?.path ?? '');
  const file = sources.find(({ path }) => path === shown);
  return (
    <>
      <Alert
        type="success"
        showIcon
        className="in-card"
        title={t(`match.${match}`)}
        description={
          <>
            <code>{contractName}</code> · solc {compiler} ·{' '}
            {optimizer.enabled ? t('optimized', { runs: optimizer.runs }) : t('notOptimized')}
            {evmVersion && ` · ${evmVersion}`} · <Time at={verifiedAt} />
          </>
        }
      />
      <div className="files" role="tablist" aria-label={t('files')}>
        {sources.map(({ path }) => (
          <button key={path} type="button" role="tab" aria-selected={path === shown} onClick={() => setShown(path)}>
            {path}
          </button>
        ))}
      </div>
      {file && (
        <>
          <p className="source-tools">
            <CopyButton text={file.content} />
          </p>
          <pre className="source" data-testid="source">
            <ol>
              {file.content.split('\n').map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal and never change places.
                <li key={at} id={`L${at + 1}`}>
                  {colourSolidity(line).map(({ kind, text }, part) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    <span key={part} className={kind ? `code-${kind}` : undefined}>
                      {text}
                    </span>
                  ))}
                </li>
              ))}
            </ol>
          </pre>
        </>
      )}
      <details className="raw">
        <summary>
          ABI <CopyButton text={JSON.stringify(abi)} />
        </summary>
        <pre>{JSON.stringify(abi, null, 2)}</pre>
      </details>
    </>
  );
}
