/** The bare word of a CBV value, whichever form it has: bare, URN, CURIE or `https://ref.gs1.org/cbv/BizStep-…`. */
export function bareWord(value: string): string {
  return value.replace(/^.*[/:#]/, '').replace(/^(BizStep|Disp|BTT|SDT|ER)-/, '');
}
