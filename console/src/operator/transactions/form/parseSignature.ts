import type { AbiItem, AbiParameter } from '../../../explorer/api/contracts.ts';

const elementary =
  /^(address|bool|string|bytes([1-9]|[12]\d|3[0-2])?|u?int(8|16|24|32|40|48|56|64|72|80|88|96|104|112|120|128|136|144|152|160|168|176|184|192|200|208|216|224|232|240|248|256)?)$/;
const locations = new Set(['memory', 'calldata', 'storage', 'payable', 'indexed']);

/**
 * The function that a signature in Solidity's words names, such as `transfer(address to, uint256 amount)`; structures are
 * written as tuples. What comes after the parameters (`external returns (bool)`) does not matter. Null when it is none.
 */
export function parseSignature(typed: string): AbiItem | null {
  const head = /^\s*(?:function\s+)?([A-Za-z_$][\w$]*)\s*\(/.exec(typed);
  if (!head) return null;
  try {
    const [inputs, end] = readParameters(typed, head[0].length);
    if (!/^\s*(external|public|payable|nonpayable|view|pure|returns\b.*|\s)*;?\s*$/.test(typed.slice(end))) return null;
    return { type: 'function', name: head[1] ?? '', inputs };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads parameters up to their closing parenthesis; `at` is behind the opening one. Gives the place behind the end too. */
function readParameters(text: string, at: number): [AbiParameter[], number] {
  const parameters: AbiParameter[] = [];
  let place = skipBlanks(text, at);
  if (text[place] === ')') return [parameters, place + 1];
  for (;;) {
    const [parameter, end] = readParameter(text, place);
    parameters.push(parameter);
    place = skipBlanks(text, end);
    if (text[place] === ')') return [parameters, place + 1];
    if (text[place] !== ',') throw new SyntaxError('a comma is missing');
    place = skipBlanks(text, place + 1);
  }
}

function readParameter(text: string, at: number): [AbiParameter, number] {
  const tuple = /^(tuple\s*)?\(/.exec(text.slice(at));
  let end = at;
  let components: AbiParameter[] | undefined;
  let type = 'tuple';
  if (tuple) {
    [components, end] = readParameters(text, at + tuple[0].length);
  } else {
    const [word = ''] = /^\w+/.exec(text.slice(at)) ?? [];
    if (!elementary.test(word)) throw new SyntaxError(`no type: ${word}`);
    type = word === 'uint' || word === 'int' ? `${word}256` : word;
    end = at + word.length;
  }
  const [lists = ''] = /^(\s*\[\d*\])*/.exec(text.slice(end)) ?? [];
  end += lists.length;
  const [rest = ''] = /^(\s+[A-Za-z_$][\w$]*)*/.exec(text.slice(end)) ?? [];
  const words = rest.split(/\s+/).filter((word) => word !== '' && !locations.has(word));
  if (words.length > 1) throw new SyntaxError('two names');
  const [name] = words;
  return [
    {
      ...(name === undefined ? {} : { name }),
      type: type + lists.replaceAll(/\s/g, ''),
      ...(components ? { components } : {}),
    },
    end + rest.length,
  ];
}

const skipBlanks = (text: string, at: number) => at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
