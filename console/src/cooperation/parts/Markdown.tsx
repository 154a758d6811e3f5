import { lazy, Suspense } from 'react';

const Rendered = lazy(async () => ({ default: (await import('./RenderedMarkdown.tsx')).RenderedMarkdown }));

/** A text of a user, with its Markdown; until that is loaded, as it was written. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose">
      <Suspense fallback={<p className="prose-raw">{text}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  );
}
