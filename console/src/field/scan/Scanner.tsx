/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { Sheet } from '../parts/Sheet.tsx';
import { useTexts } from '../texts/texts.ts';
import { type Code, readCode } from './readCode.ts';
import { readPicture } from './readPicture.ts';
import { useCamera } from './useCamera.ts';

export interface ScannerProps {
  title?: string;
  /** Takes the code, or says in words why it cannot be used here. */
  onCode: (code: Code) => string | null;
  onClose: () => void;
  /** How a typed number is read; a number of thirteen digits may be a product or a place. */
  read?: (text: string) => Code;
}

/** Reads a code by the camera, from a photo, or as it is typed. */
export function Scanner({ title, onCode, onClose, read = readCode }: ScannerProps) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [lit, setLit] = useState(false);
  const take = (code: Code) => {
    if (code.kind === 'wrong') return setProblem(t.scan[code.problem]);
    const refusal = onCode(code);
    if (refusal === null) navigator.vibrate?.(60);
    setProblem(refusal);
  };
  const camera = useCamera(take);
  const readFile = async (file: File | undefined) => {
    if (!file) return;
    setProblem(t.scan.reading);
    const code = await readPicture(file, { patient: true }).catch(() => null);
    if (code) take(code);
    else setProblem(t.scan.nothing);
  };
  const light = async () => {
    await camera.torch?.applyConstraints({ advanced: [{ torch: !lit } as MediaTrackConstraintSet] });
    setLit(!lit);
  };
  return (
    <Sheet title={title ?? t.scan.title} onClose={onClose}>
      {camera.problem === null ? (
        <div class="camera">
          <video ref={camera.video} playsInline muted />
          <span class="aim" aria-hidden="true" />
          {camera.torch && (
            <button type="button" class="torch" aria-pressed={lit} onClick={light}>
              {t.scan.torch}
            </button>
          )}
        </div>
      ) : (
        <p class="strip warning" data-testid="camera-problem">
          {t.scan[camera.problem]}
        </p>
      )}
      {problem !== null && (
        <p class="fault" role="alert" data-testid="scan-problem">
          {problem}
        </p>
      )}
      <label class="button second file">
        {t.scan.picture}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          data-testid="scan-picture"
          onChange={({ currentTarget }) => readFile(currentTarget.files?.[0])}
        />
      </label>
      <form
        class="typed"
        onSubmit={(event) => {
          event.preventDefault();
          take(read(typed));
        }}
      >
        <label>
          {t.scan.type}
          <input
            autocomplete="off"
            autocapitalize="off"
            placeholder={t.scan.typePlaceholder}
            data-testid="scan-typed"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <button type="submit" class="second" data-testid="scan-read" disabled={typed.trim() === ''}>
          {t.scan.read}
        </button>
      </form>
    </Sheet>
  );
}
