/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { actionIds } from '../events/actions.ts';
import type { Thing } from '../events/values.ts';
import { ActionIcon } from '../parts/ActionIcon.tsx';
import { ClockWarning } from '../parts/ClockWarning.tsx';
import { SendState } from '../parts/SendState.tsx';
import { Scanner } from '../scan/Scanner.tsx';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { go } from '../useRoute.ts';

/** The first screen: scan, or say at once what was done. */
export function HomeScreen({ onScanned }: { onScanned: (thing: Thing) => void }) {
  const { t, language, change, nameOf } = useTexts();
  const { device, online } = useField();
  const [scanning, setScanning] = useState(false);
  return (
    <main class="screen home">
      <header class="brand">
        <div>
          <b>{t.title}</b>
          <small data-testid="organisation">{device && nameOf(device.memberName, device.member)}</small>
        </div>
        <button
          type="button"
          class="quiet"
          data-testid="language"
          onClick={() => change(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t.language}
        </button>
        <button type="button" class="quiet" data-testid="to-phone" onClick={() => go('/phone')}>
          {t.home.phone}
        </button>
      </header>
      {!online && (
        <p class="strip offline" role="status" data-testid="offline">
          {t.offline}
        </p>
      )}
      <ClockWarning />
      <button type="button" class="scan" data-testid="scan" onClick={() => setScanning(true)}>
        <svg viewBox="0 0 24 24" class="icon" aria-hidden="true">
          <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16" />
        </svg>
        <span>
          <b>{t.home.scan}</b>
          <small>{t.home.scanHint}</small>
        </span>
      </button>
      <h2>{t.home.what}</h2>
      <ul class="actions">
        {actionIds.map((action) => (
          <li key={action}>
            <button type="button" data-testid={`do-${action}`} onClick={() => go(`/do/${action}`)}>
              <ActionIcon action={action} />
              {t.action[action]}
            </button>
          </li>
        ))}
      </ul>
      <SendState />
      {scanning && (
        <Scanner
          onClose={() => setScanning(false)}
          onCode={(code) => {
            if (code.kind === 'link') return t.scan.link;
            if (code.kind !== 'thing' && code.kind !== 'product') return t.scan.notHere;
            onScanned({ id: code.id, quantity: '', unit: 'kg' });
            setScanning(false);
            go('/what');
            return null;
          }}
        />
      )}
    </main>
  );
}
