/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../texts/texts.ts';

/** A page over the page, which the close button and the Escape key leave. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="sheet" aria-label={title} onClose={onClose}>
      <header class="top">
        <h1>{title}</h1>
        <button type="button" class="quiet" data-testid="sheet-close" onClick={onClose}>
          {t.close}
        </button>
      </header>
      <div class="sheet-body">{children}</div>
    </dialog>
  );
}
