import type { Tx } from '../../store/index.ts';
import { readPrefixes } from '../epcis/terms.ts';
import { readMasterData, stepWord } from './examined.ts';

/** Where and when a thing was seen. */
export interface Sighting {
  hash: string;
  member: string;
  /** Milliseconds since 1970. */
  time: number;
  type: string;
  action: string | null;
  step: string | null;
  disposition: string | null;
  role: string;
  place: string | null;
  /** Degrees, WGS 84; null where master data say nothing. */
  at: { latitude: number; longitude: number } | null;
}

interface Row {
  key: string;
  hash: string;
  member: string;
  event_time: Date;
  type: string;
  action: string | null;
  biz_step: string | null;
  disposition: string | null;
  role: string;
  place: string | null;
}

const mostSightings = 500;

/** The latest sightings of each thing, in the order of time; events declared erroneous left out. */
export async function readTracks(tx: Tx, keys: readonly string[]): Promise<Map<string, Sighting[]>> {
  if (keys.length === 0) return new Map();
  const rows = await tx<Row[]>`
    SELECT k.key, s.* FROM unnest(${[...keys]}::text[]) AS k(key) CROSS JOIN LATERAL (
      SELECT e.hash, e.member, e.event_time, e.type, e.action, e.biz_step, e.disposition, t.role,
        coalesce(e.read_point, e.biz_location) AS place
      FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
      WHERE t.key = k.key AND e.declaration = ''
        AND NOT EXISTS (SELECT FROM trace.events d WHERE d.hash = e.hash AND d.member = e.member AND d.declaration <> '')
      ORDER BY t.event_time DESC LIMIT ${mostSightings}) AS s
    ORDER BY s.event_time`;
  const places = [...new Set(rows.flatMap(({ place }) => place ?? []))];
  const masterData = await readMasterData(tx, places);
  const coordinates = new Map(
    places.map((place) => {
      const geo = /^geo:(-?[\d.]+),(-?[\d.]+)/.exec(masterData.read(place, 'geo') ?? '');
      const latitude = geo ? Number(geo[1]) : masterData.number(place, 'latitude');
      const longitude = geo ? Number(geo[2]) : masterData.number(place, 'longitude');
      return [place, latitude === null || longitude === null ? null : { latitude, longitude }] as const;
    }),
  );
  const prefixes = readPrefixes();
  const tracks = new Map<string, Sighting[]>(keys.map((key) => [key, []]));
  for (const { key, event_time, biz_step, ...row } of rows) {
    const at = row.place === null ? null : (coordinates.get(row.place) ?? null);
    tracks.get(key)?.push({ ...row, time: event_time.getTime(), step: stepWord(prefixes, biz_step), at });
  }
  return tracks;
}

const earthKm = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two places along the surface (haversine). */
export function distanceKm(a: NonNullable<Sighting['at']>, b: NonNullable<Sighting['at']>): number {
  const [dLatitude, dLongitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A way that nothing could have gone in its time. */
export interface Leap {
  from: Sighting;
  to: Sighting;
  km: number;
  minutes: number;
  kmPerHour: number;
}

/** By road, as the crow flies; an aeroplane is for goods of this kind not plausible either. */
const mostKmPerHour = 130;
/** Coordinates of a county are not those of a gate. */
const leastKm = 30;

/** Consecutive sightings that are too far apart for the time between them. */
export function findLeaps(track: readonly Sighting[]): Leap[] {
  const placed = track.filter(({ at }) => at !== null);
  return placed.flatMap((to, index) => {
    const from = placed[index - 1];
    if (!from?.at || !to.at) return [];
    const km = distanceKm(from.at, to.at);
    const minutes = (to.time - from.time) / 60_000;
    const kmPerHour = km / Math.max(minutes / 60, 1 / 60);
    return km >= leastKm && kmPerHour > mostKmPerHour ? [{ from, to, km, minutes, kmPerHour }] : [];
  });
}
