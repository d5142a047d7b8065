export type Spot = { x: number; y: number };

type Room = {
  /** between two spots */
  distance: number;
  /** from 0 to its width and height */
  field: { width: number; height: number };
  /** so near to the edge of the field nothing is moved */
  edge: number;
};

/** Twice as many rounds as dozens of spots ever needed. */
const ROUNDS = 60;
/** Of spots that lie on each other each goes another way. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves spots that would hide each other apart until they are `distance` away from each other, or nearly so where many are
 * crowded; all others stay. All in one unit. The same spots always end at the same places.
 */
export function spread(spots: readonly Spot[], { distance, field, edge }: Room): Spot[] {
  const placed = spots.map((spot) => ({ ...spot }));
  const move = (spot: Spot, dx: number, dy: number) => {
    spot.x = inside(spot.x, spot.x + dx, field.width, edge);
    spot.y = inside(spot.y, spot.y + dy, field.height, edge);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let isMoved = false;
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(0, index)) {
        const [dx, dy] = [one.x - other.x, one.y - other.y];
        const apart = Math.hypot(dx, dy);
        if (apart >= distance) continue;
        const angle = apart > 0 ? Math.atan2(dy, dx) : index * GOLDEN_ANGLE;
        const step = (distance - apart) / 2;
        move(one, Math.cos(angle) * step, Math.sin(angle) * step);
        move(other, -Math.cos(angle) * step, -Math.sin(angle) * step);
        isMoved = true;
      }
    }
    if (!isMoved) break;
  }
  return placed;
}

/** No nearer to an end than `edge`, unless it was before. */
function inside(from: number, to: number, length: number, edge: number): number {
  return Math.min(Math.max(to, Math.min(from, edge)), Math.max(from, length - edge));
}
