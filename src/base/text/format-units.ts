/** Formats milliseconds for a reader: `0.4 s`, `12 s`, `3 min 20 s`, `1 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Formats bytes in decimal units, as download pages do: `940 B`, `52.1 kB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  const units = ["kB", "MB", "GB", "TB"];
  if (bytes < 1_000) return `${bytes} B`;
  const sizes = units.map((unit, index) => [(bytes / 1_000 ** (index + 1)).toFixed(1), unit] as const);
  const [size, unit] = sizes.find(([rounded]) => Number(rounded) < 1_000) ?? sizes.at(-1) ?? [];
  return `${size} ${unit}`;
}
