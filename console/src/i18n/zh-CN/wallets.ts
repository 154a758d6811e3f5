export const wallets = {
  title: '钱包与密钥',
};
