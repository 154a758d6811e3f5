import { useKnownNames } from './useKnownNames.ts';

/** A matter by its name where it is known, with its code. */
export function MatterName({ code }: { code: string }) {
  const name = useKnownNames().matterName(code);
  return (
    <span>
      {name && `${name} · `}
      <code>{code}</code>
    </span>
  );
}
