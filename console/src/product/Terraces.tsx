/** Terraced fields as contour lines: an ornament, drawn from one wave. */
export function Terraces() {
  const rows = Array.from({ length: 9 }, (_, row) => {
    const y = 40 + row * 26;
    const swing = 34 - row * 2;
    return `M-20 ${y + 60}C140 ${y + 60 - swing} 240 ${y + 60 + swing} 420 ${y + 30}S700 ${y - swing} 860 ${y + 10}S1100 ${y + swing} 1240 ${y - 20}`;
  });
  return (
    <svg className="terraces" viewBox="0 0 1200 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      {rows.map((row) => (
        <path key={row} d={row} />
      ))}
    </svg>
  );
}
