// Generated from MemberMessages.sol with solc 0.8.37+commit.f401782d.Emscripten.clang by contracts/build.ts; do not edit.

export const memberMessagesAbi = [] as const;

/** Creation code; the constructor's arguments are appended by whoever deploys. */
export const memberMessagesBytecode =
  '0x601f6032600b8282823980515f1a607314602657634e487b7160e01b5f525f60045260245ffd5b305f52607381538281f3fe730000000000000000000000000000000000000000301460806040525f5ffd' as const;

/** SHA-256 of the source. */
export const memberMessagesSourceHash = '2abe24b6cf1f4f287b6dfe26d7b799f385863016ae4dbb894b38fb590654ee9f';
