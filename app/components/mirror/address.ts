import type { MirrorPart } from "../../domain/mirror/part.ts";
import { ALL_SECTIONS, paths } from "../../paths.ts";
import { anchorOf } from "./mirror-model.ts";

/**
 * Where parts of a mirror stand: on pages of their own, or all on this one. With the own group that was chosen. Sections are
 * named by their index, since their names need not differ.
 */
export function addressOf({ invitationId, chosen, view }: MirrorPart) {
  const on = (abschnitt?: string) =>
    paths.mirror(invitationId, { ...(abschnitt ? { abschnitt } : {}), nach: chosen?.code });
  const page = (index: number) => on(view.kind === "whole" ? ALL_SECTIONS : String(index + 1));
  return {
    start: on(),
    whole: on(ALL_SECTIONS),
    section: (index: number) => `${page(index)}#${sectionAnchor(index)}`,
    item: (index: number, item: string) => `${page(index)}#${anchorOf(item)}`,
  };
}

/** The address of a section within its page. */
export function sectionAnchor(index: number): string {
  return `abschnitt-${index + 1}`;
}
