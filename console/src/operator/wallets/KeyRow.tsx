import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { archiveKey, type WalletKey } from '../../api/wallets.ts';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { networkQuery } from '../queries.ts';
import { ExportKeystore } from './ExportKeystore.tsx';
import { formatCoreAddress } from './formatCoreAddress.ts';
import { refreshWallets } from './queries.ts';

/** A key: its addresses in both spaces, and what can be done with it. */
export function KeyRow({ walletKey }: { walletKey: WalletKey }) {
  const { t } = useTranslation('wallets');
  const language = useLanguage();
  const client = useQueryClient();
  const [exporting, setExporting] = useState(false);
  const { data: network } = useQuery(networkQuery);
  const { address, coreAddress, name, kind, path, createdAt, archivedAt } = walletKey;
  const archive = useMutation({ mutationFn: () => archiveKey(address), onSettled: () => refreshWallets(client) });
  const core = network?.coreChainId ? formatCoreAddress(coreAddress, network.coreChainId) : null;
  return (
    <li data-testid="wallet-key">
      <div className="wallet-name">
        <b>{name}</b>
        <span className="title-tags">
          <span className="chip">{t(`kind.${kind}`)}</span>
          {archivedAt && <span className="chip chip-skipped">{t('archived')}</span>}
        </span>
        <small className="muted">
          {path && <code>{path} · </code>}
          {t('createdAt', { date: formatDate(createdAt, language) })}
        </small>
      </div>
      <dl className="wallet-addresses">
        <dt className="muted">eSpace</dt>
        <dd>
          <AddressText id={address} />
        </dd>
        {core && (
          <>
            <dt className="muted">Core</dt>
            <dd>
              <AddressText id={core} />
            </dd>
          </>
        )}
      </dl>
      <div className="wallet-actions">
        {!archivedAt && (
          <Link to="/outgoing/new" search={{ signer: address }}>
            <Button size="small" tabIndex={-1} data-testid="send-from">
              {t('send')}
            </Button>
          </Link>
        )}
        {kind !== 'external' && (
          <Button size="small" onClick={() => setExporting(true)} data-testid="export-key">
            {t('export')}
          </Button>
        )}
        {!archivedAt && (
          <Popconfirm
            title={t('confirmArchive', { name })}
            description={t('archiveText')}
            okText={t('archive')}
            cancelText={t('cancel')}
            okButtonProps={{ danger: true }}
            onConfirm={() => archive.mutate()}
          >
            <Button size="small" danger loading={archive.isPending}>
              {t('archive')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {archive.error && <Problem error={archive.error} />}
      {exporting && <ExportKeystore walletKey={walletKey} onClose={() => setExporting(false)} />}
    </li>
  );
}

function AddressText({ id }: { id: string }) {
  return (
    <span className="reference">
      <Link to="/explorer/accounts/$address" params={{ address: id }} preload={false}>
        <code>{id}</code>
      </Link>
      <CopyButton text={id} />
    </span>
  );
}
