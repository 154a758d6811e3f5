import '../../explorer/explorer.css';
import './transactions.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { submitTransaction } from '../../api/transactions.ts';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { PageHead } from '../PageHead.tsx';
import { makeIdempotencyKey } from './form/makeIdempotencyKey.ts';
import { type FormValues, readTransaction } from './form/readBody.ts';
import { TransactionForm } from './form/TransactionForm.tsx';
import { LimitsCard } from './LimitsCard.tsx';
import { refreshSent } from './queries.ts';
import { RequireTransact } from './RequireTransact.tsx';

/** A transaction that the platform signs and sends. */
export function NewTransactionPage() {
  const { t } = useTranslation('outgoing');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { signer, to } = useSearch({ from: '/outgoing/new' });
  // One key for the whole life of the form: whatever is clicked twice or answered by nobody is sent once.
  const [idempotencyKey] = useState(makeIdempotencyKey);
  const send = async (values: FormValues) => {
    const { transactionId } = await submitTransaction(readTransaction(values), idempotencyKey);
    refreshSent(client);
    await navigate({ to: '/outgoing', search: { id: transactionId } });
  };
  return (
    <>
      <Link to="/outgoing" className="back">
        ← {t('title')}
      </Link>
      <PageHead title={t('new')} lead={t('newLead')} />
      <RequireTransact>
        <div className="sent-columns">
          <Card>
            <TransactionForm
              initial={{ kind: 'transfer', ...(signer ? { signer } : {}), ...(to ? { to } : {}) }}
              sendLabel={t('send')}
              send={send}
            />
          </Card>
          <div className="stack">
            <LimitsCard />
            <Card size="small" title={t('once')}>
              <p className="muted">{t('onceText')}</p>
              <span className="reference">
                <code>{idempotencyKey}</code>
                <CopyButton text={idempotencyKey} />
              </span>
            </Card>
          </div>
        </div>
      </RequireTransact>
    </>
  );
}
