interface LogoProps {
  size?: number;
  /** True where no text beside it says the same. */
  alone?: boolean;
}

/** Two rivers, Xiang and Yu, that run together into one chain of blocks. */
export function Logo({ size = 32, alone = false }: LogoProps) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden={!alone}>
      <title>湘渝 Xiangyu</title>
      <rect width="40" height="40" rx="10" fill="#0c655f" />
      <path d="M5 9c8 0 9 11 16 11h14" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M5 31c8 0 9-11 16-11" fill="none" stroke="#8fd3c4" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="12.6" cy="13" r="3.1" fill="#fff" />
      <circle cx="12.6" cy="27" r="3.1" fill="#8fd3c4" />
      <circle cx="22" cy="20" r="3.6" fill="#fff" />
      <circle cx="32" cy="20" r="3.6" fill="#f2b36b" />
    </svg>
  );
}
