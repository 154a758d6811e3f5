/** A place with its position in degrees. */
export interface MapPlace {
  name: string;
  latitude: number;
  longitude: number;
}

/** A station on the map: places that are too close to be told apart share one. */
export interface MapStation {
  x: number;
  y: number;
  /** In the order of the journey, beginning with 1. */
  number: number;
  names: string[];
}

export interface JourneyMapLayout {
  stations: MapStation[];
  /** The way from station to station. */
  line: string;
  scale: { width: number; kilometres: number };
}

const kilometresPerDegree = 111.32;
const margin = 34;
/** Stations closer than this share a mark, in units of the drawing. */
const closest = 16;

/** The position in a geo URI (RFC 5870), or null when it is none. */
export function readGeo(geo: string | null | undefined): { latitude: number; longitude: number } | null {
  const [, latitude, longitude] = /^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/.exec(geo ?? '') ?? [];
  const position = { latitude: Number(latitude), longitude: Number(longitude) };
  const isRight = Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180;
  return latitude !== undefined && longitude !== undefined && isRight ? position : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A round number of kilometres that is at most `most`. */
function roundScale(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}

/**
 * Lays the places of a journey out in a box of `width` by `height`, north up, in a projection that keeps distances true
 * enough over a few provinces (equirectangular at the middle latitude). Null when there are no two different places.
 */
export function layoutMap(places: readonly MapPlace[], width: number, height: number): JourneyMapLayout | null {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const span = (values: number[]) => Math.max(...values) - Math.min(...values);
  const narrowing = Math.cos((middle(latitudes) * Math.PI) / 180);
  const [across, down] = [span(longitudes) * narrowing, span(latitudes)];
  if (places.length === 0 || !(across > 0 || down > 0)) return null;
  // Units of the drawing for a degree of latitude.
  const scale = Math.min((width - 2 * margin) / (across || 1e-9), (height - 2 * margin) / (down || 1e-9));
  const place = ({ latitude, longitude }: MapPlace) => ({
    x: round(width / 2 + (longitude - middle(longitudes)) * narrowing * scale),
    y: round(height / 2 - (latitude - middle(latitudes)) * scale),
  });
  const stations: MapStation[] = [];
  const way: MapStation[] = [];
  for (const one of places) {
    const { x, y } = place(one);
    let station = stations.find((known) => Math.hypot(known.x - x, known.y - y) < closest);
    if (!station) {
      station = { x, y, number: stations.length + 1, names: [] };
      stations.push(station);
    }
    if (!station.names.includes(one.name)) station.names.push(one.name);
    if (way.at(-1) !== station) way.push(station);
  }
  const drawn = new Set<string>();
  const line = way
    .map(({ x, y, number }, at) => {
      const before = way[at - 1];
      const key = `${before?.number} ${number}`;
      // A way that was taken again is drawn once.
      if (!before || drawn.has(key)) return '';
      drawn.add(key);
      // A slight bend, so that the way there and back do not lie upon each other.
      const [bendX, bendY] = [(before.x + x) / 2 + (y - before.y) * 0.12, (before.y + y) / 2 - (x - before.x) * 0.12];
      return `M${before.x} ${before.y}Q${round(bendX)} ${round(bendY)} ${x} ${y}`;
    })
    .join('');
  const perKilometre = scale / kilometresPerDegree;
  const kilometres = roundScale(width / 4 / perKilometre);
  return { stations, line, scale: { width: round(kilometres * perKilometre), kilometres } };
}
