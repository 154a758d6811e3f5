/** @jsxImportSource preact */
import { EntryCard } from '../parts/EntryCard.tsx';
import { useSendTrouble } from '../parts/SendState.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';

/** Everything that was recorded on this phone and how far it has come. */
export function ListScreen() {
  const { t } = useTexts();
  const { entries, sending, send } = useField();
  const trouble = useSendTrouble();
  const waits = entries.some(({ state, photosWaiting }) => state === 'waiting' || photosWaiting.length > 0);
  // What needs a hand comes first.
  const sorted = [...entries].sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused'));
  return (
    <main class="screen">
      <TopBar title={t.list.title} />
      {trouble !== null && (
        <p class="strip warning" role="status" data-testid="trouble">
          {trouble}
        </p>
      )}
      {waits && (
        <button type="button" class="second wide" data-testid="send-now" disabled={sending} onClick={() => void send()}>
          {sending ? t.list.sending : t.list.sendNow}
        </button>
      )}
      {entries.length === 0 ? (
        <p class="hint">{t.list.empty}</p>
      ) : (
        <ul class="entries">
          {sorted.map((entry) => (
            <EntryCard key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {entries.length > 0 && <p class="hint">{t.list.kept}</p>}
    </main>
  );
}
