import type { Definition } from "../definition.ts";
import { hasInterfaces, interfacesIn } from "../interfaces.ts";
import { type Fault, fault } from "./fault.ts";

/** What a definition names as the questions of interfaces (`interfaces`) must be there, for the same fields. */
export function lintInterfaces(definition: Definition): Fault[] {
  const mark = definition.source.interfaces;
  if (mark === undefined) return [];
  const asked = interfacesIn(mark);
  return asked && hasInterfaces(definition, asked) ? [] : [fault("error", "interfaces-unusable", "/interfaces")];
}
