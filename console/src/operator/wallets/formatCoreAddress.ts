/** CIP-37: base32 without I, L, O and Q. */
const alphabet = 'abcdefghjkmnprstuvwxyz0123456789';

/** What CIP-37 calls a network: two have names of their own. */
const nameNetwork = (id: number) => (id === 1029 ? 'cfx' : id === 1 ? 'cfxtest' : `net${id}`);

/** The checksum of CIP-37, over groups of five bits. */
function checksum(groups: readonly number[]): bigint {
  const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
  let sum = 1n;
  for (const group of groups) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(group);
    for (const [bit, generator] of generators.entries()) if ((top >> BigInt(bit)) & 1n) sum ^= generator;
  }
  return sum ^ 1n;
}

/** A Core Space address of 20 bytes in hexadecimal as people read it: base32 with checksum (CIP-37), such as `net7001:aa…`. */
export function formatCoreAddress(hex: string, networkId: number): string {
  const network = nameNetwork(networkId);
  // A version byte of 0, the address, and two bits of padding: 34 groups of five bits.
  const bits = BigInt(hex) << 2n;
  const groups = Array.from({ length: 34 }, (_, at) => Number((bits >> BigInt(5 * (33 - at))) & 31n));
  const prefix = [...network].map((letter) => letter.charCodeAt(0) & 31);
  const sum = checksum([...prefix, 0, ...groups, 0, 0, 0, 0, 0, 0, 0, 0]);
  const last = Array.from({ length: 8 }, (_, at) => Number((sum >> BigInt(5 * (7 - at))) & 31n));
  return `${network}:${[...groups, ...last].map((group) => alphabet[group]).join('')}`;
}
