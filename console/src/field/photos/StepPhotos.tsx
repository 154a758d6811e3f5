import './stepPhotos.css';
import { useState } from 'react';

/** The pictures of a step by their hashes; one that is not (or no longer) there is left out. */
export function StepPhotos({ hashes, label }: { hashes: readonly string[]; label: (number: number) => string }) {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const shown = hashes.filter((hash) => !missing.includes(hash));
  if (shown.length === 0) return null;
  return (
    <ul className="step-photos">
      {shown.map((hash) => (
        <li key={hash}>
          <a href={`/api/trace/attachments/${hash}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/trace/attachments/${hash}`}
              alt={label(hashes.indexOf(hash) + 1)}
              loading="lazy"
              data-testid="step-photo"
              onError={() => setMissing((before) => [...before, hash])}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
