import { useTranslation } from 'react-i18next';
import type { NetworkNode } from '../api/nodes.ts';
import { Facts } from '../explorer/parts/Facts.tsx';
import { Time } from '../explorer/parts/Time.tsx';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Copyable } from '../operator/Copyable.tsx';

const chips = { current: 'chip-confirmed', behind: 'chip-pending', forked: 'chip-skipped', away: '' } as const;

/** One node in the list: what matters in a line, the rest behind it. */
export function NodeItem({ node, number, name }: { node: NetworkNode; number: number; name: string }) {
  const { t } = useTranslation('nodes');
  const language = useLanguage();
  const count = (value: number | null) => formatNumber(value, language);
  const { blocks, state } = node;
  return (
    <li id={`node-${number}`} className="node-item" data-testid={`node-${node.member}`}>
      <span className="node-number" aria-hidden="true">
        {number}
      </span>
      <div className="node-name">
        <b>{name}</b>
        <small className="muted">
          {[node.place, node.producer ? t('producer') : t('follower')].filter(Boolean).join(' · ')}
        </small>
      </div>
      <span className="node-tags">
        {node.platform && <span className="chip chip-anchored">{t('ownNode')}</span>}
        <span className={`chip ${chips[state]}`} title={t(`stateHint.${state}`)} data-testid={`state-${node.member}`}>
          {t(`state.${state}`)}
        </span>
      </span>
      <dl className="node-figures">
        <div>
          <dt>{t('lag')}</dt>
          <dd data-testid={`lag-${node.member}`}>{count(node.lag)}</dd>
        </div>
        <div>
          <dt>{t('height')}</dt>
          <dd>{count(node.height)}</dd>
        </div>
        <div>
          <dt>{t('blocks')}</dt>
          <dd>
            {count(blocks.hour)} / {count(blocks.day)}
          </dd>
        </div>
        <div>
          <dt>{t('peers')}</dt>
          <dd>{count(node.peers.length)}</dd>
        </div>
      </dl>
      <details>
        <summary>{t('details')}</summary>
        <Facts
          rows={[
            [t('lastSeen'), <Time key="seen" at={node.lastSeenAt} />],
            [t('version'), node.version],
            [t('key'), <Copyable key="key" text={node.publicKey} />],
            [t('author'), <Copyable key="author" text={node.author} />],
          ]}
        />
      </details>
    </li>
  );
}
