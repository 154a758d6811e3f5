// Generated from InclusionProof.sol with solc 0.8.37+commit.f401782d.Emscripten.clang by contracts/build.ts; do not edit.

export const inclusionProofAbi = [] as const;

/** Creation code; the constructor's arguments are appended by whoever deploys. */
export const inclusionProofBytecode =
  '0x601f6032600b8282823980515f1a607314602657634e487b7160e01b5f525f60045260245ffd5b305f52607381538281f3fe730000000000000000000000000000000000000000301460806040525f5ffd' as const;

/** SHA-256 of the source. */
export const inclusionProofSourceHash = '637c04ff1b9015493a719ada33ea4314b032e8339b71c6b17be8b22d58743b5e';
