import type { wallets as zh } from '../zh-CN/wallets.ts';

export const wallets: typeof zh = {
  title: 'Wallets and keys',
};
