import type { SurveyModel } from "survey-core";
import type { Definition } from "#surveys/definition.ts";
import { editsFor } from "#surveys/fields/index.ts";
import { showValue } from "./peoples-edits.ts";
import type { Saver } from "./sync/saver.ts";

/** Writes answers that changed elsewhere into the form, in place: whoever is typing keeps the focus and the caret. */
export function showAnswers(
  model: SurveyModel,
  definition: Definition,
  saver: Pick<Saver, "answer" | "replica">,
  names: readonly string[],
): void {
  const differing = names.filter(
    (name) => editsFor(definition, saver.replica.shown(), name, shownIn(model, name)).length > 0,
  );
  // Mostly it is the person's own edit that was acknowledged: then nothing is touched, least of all the caret.
  if (differing.length === 0) return;
  const back = rememberFocus();
  for (const name of differing) showValue(model, name, saver.answer(name));
  back();
}

/** A comment beside a question is kept by survey-core under a name of its own. */
function shownIn(model: SurveyModel, name: string): unknown {
  const value = model.getValue(name);
  if (value !== undefined || !name.endsWith("-Comment")) return value;
  return model.getComment(name.replace(/-Comment$/, "")) || undefined;
}

function rememberFocus(): () => void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return () => {};
  const isText =
    active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === "text");
  const [start, end] = isText ? [active.selectionStart, active.selectionEnd] : [null, null];
  const { id } = active;
  const before = isText ? active.value : "";
  return () => {
    // React draws in the next frame.
    requestAnimationFrame(() => {
      const again = active.isConnected ? active : id ? document.getElementById(id) : null;
      if (again && document.activeElement !== again && document.activeElement === document.body) {
        again.focus({ preventScroll: true });
      }
      // Only where this very text was changed from outside: what was typed meanwhile has its own caret.
      const field = again as HTMLTextAreaElement | null;
      const isReplaced =
        isText && field !== null && field.value !== before && field.selectionStart === field.value.length;
      if (isReplaced && again === document.activeElement && start !== null) {
        (again as HTMLTextAreaElement).setSelectionRange(start, end);
      }
    });
  };
}
