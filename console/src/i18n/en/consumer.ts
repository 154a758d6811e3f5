export { common } from './common.ts';
export { product } from './product.ts';
export { verify } from './verify.ts';
export { vocabulary } from './vocabulary.ts';
