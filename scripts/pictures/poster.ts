/**
 * Draws a poster like those of providers: a speaking person beside a title. Portrait if the URL contains
 * "portrait".
 */
export function samplePoster(url: URL): string {
  const [width, height] = url.pathname.includes("portrait") ? [720, 1_280] : [1_280, 720];
  const x = width * 0.7;
  const shoulders = height * 0.82;
  const size = width / 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans">
<defs><linearGradient id="wall" x2="1" y2="1"><stop stop-color="#1c2541"/><stop offset="1" stop-color="#5b4b8a"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#wall)"/>
<ellipse cx="${x}" cy="${height}" rx="${width * 0.2}" ry="${height - shoulders + 90}" fill="#e8e4f3"/>
<circle cx="${x}" cy="${shoulders - 220}" r="120" fill="#f0c9a8"/>
<path d="M${x - 125} ${shoulders - 220}a125 125 0 0 1 250 0q-125 -90 -250 0" fill="#3b2a20"/>
<text x="${width * 0.06}" y="${height * 0.4}" font-size="${size}" font-weight="bold" fill="#fff">Release 2.4</text>
<text x="${width * 0.06}" y="${height * 0.4 + size}" font-size="${size / 2}" fill="#d8d3ea">what is new, in 78 seconds</text>
</svg>`;
}
