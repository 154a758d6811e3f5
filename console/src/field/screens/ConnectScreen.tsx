/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { ApiProblem } from '../../api/problem.ts';
import { readCode } from '../scan/readCode.ts';
import { Scanner } from '../scan/Scanner.tsx';
import { connect } from '../sync/connect.ts';
import { fill, useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';

/** Connects the phone with its organisation, by the code that an administrator shows. */
export function ConnectScreen({ offered, onDone }: { offered: string | null; onDone: () => void }) {
  const { t, language, change } = useTexts();
  const field = useField();
  const [scanning, setScanning] = useState(false);
  const [pasted, setPasted] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = field.entries.filter(({ state }) => state === 'waiting').length;
  const begin = async (key: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await connect(key);
      await field.reload();
      onDone();
      await field.send();
    } catch (error) {
      const answered = error instanceof ApiProblem && [401, 403].includes(error.problem.status);
      setProblem(answered ? t.connect.wrong : t.connect.failed);
    }
    setBusy(false);
  };
  return (
    <main class="screen connect">
      <header class="brand">
        <div>
          <b>{t.title}</b>
          <small>{t.org}</small>
        </div>
        <button
          type="button"
          class="quiet"
          data-testid="language"
          onClick={() => change(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t.language}
        </button>
      </header>
      <h2>{t.connect.title}</h2>
      {waiting > 0 && <p class="strip warning">{fill(t.connect.waiting, { count: waiting })}</p>}
      {problem !== null && (
        <p class="strip bad" role="alert" data-testid="connect-problem">
          {problem}
        </p>
      )}
      {offered !== null ? (
        <div class="stack">
          <p>{t.connect.offered}</p>
          <button type="button" class="first" data-testid="connect" disabled={busy} onClick={() => begin(offered)}>
            {busy ? t.connect.working : t.connect.yes}
          </button>
          {field.device && (
            <button type="button" class="quiet" onClick={onDone}>
              {t.cancel}
            </button>
          )}
        </div>
      ) : (
        <div class="stack">
          <p>{t.connect.text}</p>
          <button
            type="button"
            class="first"
            data-testid="connect-scan"
            disabled={busy}
            onClick={() => setScanning(true)}
          >
            {busy ? t.connect.working : t.connect.scan}
          </button>
          <form
            class="typed"
            onSubmit={(event) => {
              event.preventDefault();
              const code = readCode(pasted);
              if (code.kind === 'link') void begin(code.key);
              else setProblem(t.connect.notLink);
            }}
          >
            <label>
              {t.connect.paste}
              <input
                autocomplete="off"
                data-testid="connect-paste"
                value={pasted}
                onInput={({ currentTarget }) => setPasted(currentTarget.value)}
              />
            </label>
            <button type="submit" class="second" disabled={busy || pasted.trim() === ''}>
              {t.connect.yes}
            </button>
          </form>
        </div>
      )}
      {scanning && (
        <Scanner
          title={t.connect.scan}
          onClose={() => setScanning(false)}
          onCode={(code) => {
            if (code.kind !== 'link') return t.connect.notLink;
            setScanning(false);
            void begin(code.key);
            return null;
          }}
        />
      )}
    </main>
  );
}
