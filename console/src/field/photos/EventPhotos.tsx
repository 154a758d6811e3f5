import '../enrol/phones.css';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPhotoHashes } from './readPhotoHashes.ts';

/** The pictures that an event names by their hash; nothing when it names none. */
export function EventPhotos({ event }: { event: Record<string, unknown> }) {
  const { t } = useTranslation('phones');
  const hashes = readPhotoHashes(event);
  if (hashes.length === 0) return null;
  return (
    <Card title={t('photos')}>
      <ul className="event-photos">
        {hashes.map((hash, index) => (
          <EventPhoto key={hash} hash={hash} label={t('photo', { number: index + 1 })} />
        ))}
      </ul>
      <p className="muted">{t('photoHash')}</p>
    </Card>
  );
}

function EventPhoto({ hash, label }: { hash: string; label: string }) {
  const { t } = useTranslation('phones');
  const [missing, setMissing] = useState(false);
  const address = `/api/trace/attachments/${hash}`;
  return (
    <li data-testid="event-photo" data-hash={hash}>
      {missing ? (
        <p className="muted">{t('photoGone')}</p>
      ) : (
        <a href={address} target="_blank" rel="noreferrer">
          <img src={address} alt={label} loading="lazy" onError={() => setMissing(true)} />
        </a>
      )}
      <code>{hash.slice(0, 16)}…</code>
    </li>
  );
}
