import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bundlePath } from '../api/getBundle.ts';
import { hashHex } from '../format/shorten.ts';
import type { LineageEvent } from './api.ts';

/** To the event with its evidence; of a sealed one there is the proof. */
export function EventLinks({ event }: { event: LineageEvent }) {
  const { t } = useTranslation('lineage');
  const { hash, status, statementId, eventID } = event;
  const anchored = status === 'anchored' || status === 'confirmed';
  return (
    <p className="lineage-links">
      {eventID && (
        <Link to="/events/$eventID" params={{ eventID }}>
          {t('openEvent')}
        </Link>
      )}
      {event.sealed && (
        <span>
          {t('hash')} <code title={hash}>{hashHex(hash).slice(0, 16)}…</code>
        </span>
      )}
      {event.sealed && anchored && (
        <a href={bundlePath(statementId)} download={`xiangyu-proof-${hashHex(hash).slice(0, 12)}.json`}>
          {t('openProof')}
        </a>
      )}
    </p>
  );
}
