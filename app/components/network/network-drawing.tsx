import { type KeyboardEvent, useId } from "react";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import { useTexts } from "../texts.ts";
import { isClosest } from "./closest.ts";
import { chosenLabels, placeLegend } from "./drawing-places.ts";
import type { Place } from "./lay-out.ts";
import { MapSign } from "./map-sign.tsx";
import { groupOf, type NodeGroup } from "./node-groups.ts";

type NetworkDrawingProps = {
  picture: NetworkPicture;
  places: ReadonlyMap<string, Place>;
  groups: readonly NodeGroup[];
  attribute: string;
  size: { width: number; height: number };
  /** place of the node that is looked at */
  active: number | null;
  onActive: (active: number | null) => void;
  /** what is read out of a node */
  say: (at: number) => string;
};

type LineKind = "confirmed" | "one-sided" | "closest";

/** px around the signs, for names and large signs */
const MARGIN = 28;

/** The map: contacts below, projects above. It is a list to walk through by keyboard, in the order of most contacts. */
export default function NetworkDrawing(props: NetworkDrawingProps) {
  const { picture, places, groups, attribute, size, active, onActive, say } = props;
  const t = useTexts().network.map;
  const id = useId();
  const lines: { kind: LineKind; label: string }[] = [
    { kind: "confirmed", label: t.confirmed },
    { kind: "one-sided", label: t.oneSided },
    ...(picture.graph.contacts.some(isClosest) ? [{ kind: "closest" as const, label: t.closest }] : []),
  ];
  const legend = placeLegend(
    [...groups, ...lines].map(({ label }) => label),
    size,
  );
  const most = Math.max(1, ...picture.nodes.map(({ contacts }) => contacts));
  const order = picture.nodes.map((_, at) => at).sort((a, b) => contactsAt(b) - contactsAt(a) || a - b);
  const points = picture.nodes.map(({ id: key, contacts }) => {
    const place = places.get(key) ?? { x: 0.5, y: 0.5 };
    return {
      x: MARGIN + place.x * (size.width - 2 * MARGIN),
      y: MARGIN + place.y * (legend.top - 2 * MARGIN),
      radius: 5 + 9 * Math.sqrt(contacts / most),
    };
  });
  const near = new Set(active === null ? [] : [active, ...(picture.graph.neighbours[active] ?? [])]);
  const labels = chosenLabels(order, points, picture.nodes, { active, width: size.width });

  function contactsAt(at: number): number {
    return picture.nodes[at]?.contacts ?? 0;
  }
  function walk(event: KeyboardEvent) {
    const to = stepOf(event.key, active === null ? -1 : order.indexOf(active), order.length);
    if (to === undefined || (to === null && active === null)) return;
    event.preventDefault();
    onActive(to === null ? null : (order[to] ?? null));
  }
  return (
    <svg
      className="map__drawing"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the drawing is the list; each project is one of its options
      role="listbox"
      tabIndex={0}
      aria-label={t.label}
      aria-activedescendant={active === null ? undefined : `${id}-${active}`}
      onKeyDown={walk}
      onFocus={() => onActive(active ?? order[0] ?? null)}
      onBlur={() => onActive(null)}
      onPointerLeave={() => onActive(null)}
    >
      <g>
        {picture.graph.contacts.map((contact) => {
          const [from, to] = [points[contact.a], points[contact.b]];
          if (!from || !to) return null;
          const isLit = active === contact.a || active === contact.b;
          const kind = isClosest(contact) ? "closest" : contact.forth && contact.back ? "confirmed" : "one-sided";
          const state = active === null ? "" : isLit ? " map__tie--lit" : " map__tie--faint";
          return (
            <line
              key={`${contact.a} ${contact.b}`}
              {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
              className={`map__tie map__tie--${kind}${state}`}
            />
          );
        })}
      </g>
      {/* Those with most contacts lie on top, and are read first. */}
      {order.toReversed().map((at, i) => {
        const [node, point] = [picture.nodes[at], points[at]];
        if (!node || !point) return null;
        const state = active === null || near.has(at) ? "" : " map__node--faint";
        return (
          <g
            key={node.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={active === at}
            aria-label={say(at)}
            aria-posinset={order.length - i}
            aria-setsize={order.length}
            className={`map__node${active === at ? " map__node--active" : ""}${state}`}
            onPointerEnter={() => onActive(at)}
          >
            <MapSign nr={groupOf(groups, node.attributes[attribute])?.nr ?? 0} {...point} hollow={!node.answered} />
          </g>
        );
      })}
      <g>
        {labels.map(({ at, x, y, anchor, text }) => (
          <g key={at}>
            <text x={x} y={y} textAnchor={anchor} className="map__halo">
              {text}
            </text>
            <text x={x} y={y} textAnchor={anchor} className="map__name">
              {text}
            </text>
          </g>
        ))}
        {legend.entries.map(({ label, x, y }, i) => (
          <g key={label}>
            {i < groups.length ? (
              <MapSign nr={groups[i]?.nr ?? 0} x={x + 8} y={y - 4} radius={6} />
            ) : (
              <line
                {...{ x1: x, x2: x + 18, y1: y - 4, y2: y - 4 }}
                className={`map__tie map__tie--${lines[i - groups.length]?.kind}`}
              />
            )}
            <text x={x + 24} y={y} className="chart__detail">
              {label}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Where a key leads in the order; null: nowhere any more, undefined: the key is not ours. */
function stepOf(key: string, from: number, length: number): number | null | undefined {
  const steps: Record<string, number | null> = {
    ArrowRight: Math.min(length - 1, from + 1),
    ArrowDown: Math.min(length - 1, from + 1),
    ArrowLeft: Math.max(0, from - 1),
    ArrowUp: Math.max(0, from - 1),
    Home: 0,
    End: length - 1,
    Escape: null,
  };
  return steps[key];
}
