/** Browsers before those that imitate them. */
const browsers = [
  ['WeChat', /MicroMessenger\//],
  ['Edge', /\bEdg(A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const;

const systems = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Windows', /Windows/],
  ['Linux', /Linux|X11/],
] as const;

/** A device in a few words, such as `Firefox · Linux`, from the User-Agent header; null without one. */
export function describeDevice(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  if (browser && system) return `${browser} · ${system}`;
  // A program names itself first: `curl/8.5.0`.
  return browser ?? system ?? userAgent.replaceAll(/[^\w ./-]/g, '').slice(0, 40);
}
