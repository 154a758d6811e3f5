/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { go } from '../useRoute.ts';
import { ClockWarning } from './ClockWarning.tsx';

/** The head of every screen: where one is, the way back, and whether there is a network. */
export function TopBar({
  title,
  onBack,
  children,
}: {
  title: string;
  onBack?: () => void;
  children?: ComponentChildren;
}) {
  const { t } = useTexts();
  const { online } = useField();
  return (
    <>
      <header class="top">
        <button type="button" class="back" aria-label={t.back} data-testid="back" onClick={onBack ?? (() => go('/'))}>
          <svg viewBox="0 0 24 24" class="icon" aria-hidden="true">
            <path d="M15 5l-7 7 7 7" />
          </svg>
        </button>
        <h1>{title}</h1>
        {children}
      </header>
      {!online && (
        <p class="strip offline" role="status" data-testid="offline">
          {t.offline}
        </p>
      )}
      <ClockWarning />
    </>
  );
}
