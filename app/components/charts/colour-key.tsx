/** What the colours of a stacked bar mean, in the order of the scale. */
export function ColourKey({ entries }: { entries: { label: string; fill: string }[] }) {
  return (
    <ul className="chart-key plain-list">
      {entries.map((entry) => (
        <li key={entry.label}>
          <span className="swatch" style={{ background: entry.fill }} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
