import { CopyButton } from '../explorer/parts/CopyButton.tsx';

/** A command to be copied; it breaks where there is no room. */
export function CommandLine({ text }: { text: string }) {
  return (
    <span className="command-line">
      <code>{text}</code>
      <CopyButton text={text} />
    </span>
  );
}
