/**
 * The status of a page whose drawing failed. What was refused for want of the database stays refused for that; what took too
 * long on a busy machine may be asked for again, and anything else is a fault of ours.
 * @param late the drawing was stopped because its time was up
 */
export function statusAfterFailure(status: number, late: boolean): number {
  if (status >= 500) return status;
  return late ? 503 : 500;
}
