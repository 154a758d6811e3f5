import { applicationIdentifiers } from './applicationIdentifiers.ts';
import { clause, type Elements, type LinkProblem } from './elements.ts';

/** `31nn` stands for all of 3100 to 3199. */
function matches(pattern: string, ai: string): boolean {
  const digits = pattern.replace(/n+$/, '');
  return pattern === digits ? ai === pattern : ai.length === pattern.length && ai.startsWith(digits);
}

/**
 * What the elements of one item lack or must not hold together (GS1 General Specifications 4.14): a batch without a trade
 * item, a price without a measure. The rules are about all that an item's carriers say together, which is why reading a
 * link does not ask for them.
 */
export function checkAssociations(elements: Elements): LinkProblem[] {
  const present = elements.map(([ai]) => ai);
  const has = (pattern: string) => present.some((ai) => matches(pattern, ai));
  return present.flatMap((ai): LinkProblem[] => {
    const identifier = applicationIdentifiers().get(ai);
    if (!identifier) return [];
    const missing = identifier.needs.filter((group) => !group.some((entry) => entry.split('+').every(has)));
    const foreign = identifier.excludes.flatMap((pattern) =>
      present.filter((other) => other !== ai && matches(pattern, other)),
    );
    return [
      ...missing.map((group) => ({
        code: 'missing' as const,
        ai,
        ...clause({
          en: `(${ai}) ${identifier.title} needs ${group.map((entry) => `(${entry})`).join(' or ')} beside it`,
          zh: `(${ai}) ${identifier.title} 须与 ${group.map((entry) => `(${entry})`).join('或')} 同时出现`,
        }),
      })),
      ...foreign.map((other) => ({
        code: 'excluded' as const,
        ai,
        ...clause({
          en: `(${ai}) ${identifier.title} must not be together with (${other})`,
          zh: `(${ai}) ${identifier.title} 不能与 (${other}) 同时出现`,
        }),
      })),
    ];
  });
}
