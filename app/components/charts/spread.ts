export type Spot = { x: number; y: number };

/** Twice as many rounds as dozens of spots ever needed. */
const ROUNDS = 60;
/** Of spots that lie on each other each goes another way. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves spots that would hide each other apart until they are `distance` away from each other, or nearly so where many are
 * crowded; all others stay. Coordinates and distance in one unit. The same spots always end at the same places.
 */
export function spread(spots: readonly Spot[], distance: number): Spot[] {
  const placed = spots.map((spot) => ({ ...spot }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let isMoved = false;
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(0, index)) {
        const [dx, dy] = [one.x - other.x, one.y - other.y];
        const apart = Math.hypot(dx, dy);
        if (apart >= distance) continue;
        const angle = apart > 0 ? Math.atan2(dy, dx) : index * GOLDEN_ANGLE;
        const step = (distance - apart) / 2;
        one.x += Math.cos(angle) * step;
        one.y += Math.sin(angle) * step;
        other.x -= Math.cos(angle) * step;
        other.y -= Math.sin(angle) * step;
        isMoved = true;
      }
    }
    if (!isMoved) break;
  }
  return placed;
}
