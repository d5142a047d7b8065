import type { MirrorPart } from "../../domain/mirror/part.ts";
import { ALL_SECTIONS, paths } from "../../paths.ts";
import { anchorOf } from "./mirror-model.ts";

/** Where parts of a mirror stand: on pages of their own, or all on this one. With the own group that was chosen. */
export function addressOf({ invitationId, chosen, view, sections }: MirrorPart) {
  const on = (abschnitt: string) => paths.mirror(invitationId, { abschnitt, nach: chosen?.code });
  const whole = on(ALL_SECTIONS);
  return {
    whole,
    section: (name: string) =>
      view.kind === "whole" ? `${whole}#${sectionAnchor(sections.findIndex((one) => one.name === name))}` : on(name),
    item: (section: string, item: string) => `${view.kind === "whole" ? whole : on(section)}#${anchorOf(item)}`,
  };
}

/** The address of a section within its page, by its place in the questionnaire. */
export function sectionAnchor(index: number): string {
  return `abschnitt-${index + 1}`;
}
