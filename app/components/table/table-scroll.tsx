import type { ReactNode } from "react";

/**
 * The box in which a wide table scrolls by itself, so that the page does not. It can be reached by keyboard and has a
 * name, as a scrolling region must. `tall` bounds its height, so that the sticky header works inside it.
 */
export function TableScroll({ label, tall, children }: { label: string; tall?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section className={tall ? "table-scroll table-scroll--tall" : "table-scroll"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
