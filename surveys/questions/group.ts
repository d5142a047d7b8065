import { shapesOf } from "../fields/shape.ts";
import { asNumber, isObject } from "../json.ts";
import { named, plainFields } from "../plain/build.ts";
import type { Entries } from "../plain/control.ts";
import type { QuestionKind } from "../question.ts";
import { addDefaultFields } from "./defaults.ts";
import { checkEntries, entryCells } from "./entries.ts";
import { withComment } from "./items.ts";

/** survey-core adds no more where the definition sets no maximum. */
const mostPanels = 100;

/** A group of questions that can be filled in several times. Its fields are repeated items, `<group>/<field>`. */
export const group: QuestionKind = {
  types: ["paneldynamic"],
  read: (question, reader) => {
    const { source, pointer, key } = question;
    question.grouped = true;
    // v1 wrote the template as a panel of its own.
    const template = isObject(source.template) && source.templateElements === undefined;
    const list = template ? (source.template as { elements?: unknown }).elements : source.templateElements;
    question.fields = reader.elements(
      list,
      `${pointer}/${template ? "template/elements" : "templateElements"}`,
      key,
      true,
    );
    for (const defaults of [source.defaultValue, source.defaultPanelValue]) {
      addDefaultFields(question, question.fields, defaults, reader, key);
    }
  },
  items: (question) =>
    withComment(
      question,
      question.fields.questions.flatMap((field) => field.kind.items(field)),
    ),
  shape: ({ fields, source }) => {
    const defaults = Math.max(asNumber(source.panelCount) ?? 0, asNumber(source.minPanelCount) ?? 0);
    return { of: "entries", parts: shapesOf(fields), defaults };
  },
  check: (question, raw, path, checking) =>
    checkEntries(question, raw, path, checking, question.source.maxPanelCount ?? mostPanels),
  cells: entryCells,
  plain: (question, view) => {
    const { shown, path } = view;
    const entries = view.entries(path).map((id, i) => {
      const at = `${path}/@${id}`;
      const entry = shown.entries?.[i];
      return {
        path: at,
        label: entry?.label ?? "",
        fields: plainFields(question.fields, entry?.fields ?? [], at, view),
      };
    });
    const { add, remove, none } = shown.texts;
    return {
      control: "entries",
      ...named(view),
      entries,
      most: asNumber(question.source.maxPanelCount) ?? mostPanels,
      least: asNumber(question.source.minPanelCount) ?? 0,
      texts: { ...(add ? { add } : {}), ...(remove ? { remove } : {}), ...(none ? { none } : {}) },
    } satisfies Entries;
  },
};
