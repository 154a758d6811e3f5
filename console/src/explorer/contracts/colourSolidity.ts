/** A piece of a line; `kind` is null for plain code. */
export interface CodePiece {
  kind: 'comment' | 'text' | 'keyword' | 'type' | 'number' | null;
  text: string;
}

const pattern =
  /(?<comment>\/\/.*$|^\s*\/?\*.*$|\/\*.*?(?:\*\/|$))|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\b(?<keyword>pragma|import|contract|interface|library|abstract|is|function|constructor|modifier|event|error|struct|enum|mapping|using|for|if|else|while|do|return|returns|emit|revert|require|try|catch|unchecked|assembly|new|delete|public|private|external|internal|view|pure|payable|virtual|override|immutable|constant|indexed|memory|storage|calldata|anonymous|receive|fallback|true|false|this|super|from|as)\b|\b(?<type>u?int\d*|bytes\d*|address|bool|string)\b|\b(?<number>0x[0-9a-fA-F]+|\d[\d_]*(?:e\d+)?)\b/gm;

/** Splits a line of Solidity into coloured pieces. Comments over several lines are told by the star they begin with. */
export function colourSolidity(line: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: null, text: line.slice(end, match.index) });
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    pieces.push({ kind: (kind ?? null) as CodePiece['kind'], text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) pieces.push({ kind: null, text: line.slice(end) });
  return pieces;
}
