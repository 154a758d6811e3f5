import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Decoded } from '../api/common.ts';
import { DecodedArguments } from '../parts/DecodedArguments.tsx';
import { RawData } from '../parts/RawData.tsx';

/** What was called with which arguments, in the words of the ABI where it is known. */
export function CallCard({ call, input }: { call: Decoded | null; input: string }) {
  const { t } = useTranslation('transactions');
  return (
    <Card title={t('call')}>
      {call ? (
        <>
          <p className="signature">
            <code data-testid="call">{call.signature}</code>
          </p>
          <DecodedArguments args={call.args} />
          <details className="raw">
            <summary>{t('rawInput')}</summary>
            <RawData hex={input} />
          </details>
        </>
      ) : (
        <>
          <p className="muted">{t('unknownCall')}</p>
          <RawData hex={input} />
        </>
      )}
    </Card>
  );
}
