import { useMatches } from '@tanstack/react-router';
import { PlainFrame } from './PlainFrame.tsx';
import { Shell } from './Shell.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** For people who are no members of staff: without the console's menu. */
    plain?: boolean;
  }
}

/** The frame of the page that is open: the console's, or a plain one. */
export function Frame() {
  const plain = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.plain) });
  return plain ? <PlainFrame /> : <Shell />;
}
