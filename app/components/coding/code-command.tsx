import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { TreeCode } from "../../domain/coding/tree.ts";
import { useTexts } from "../texts.ts";
import { findCodes } from "./find-codes.ts";

/** Codes named below the field; the first is the one that Enter takes. */
const SHOWN = 3;

/**
 * One field for people who code by keyboard: a number or a word and Enter gives the code or takes it away, Enter in the
 * empty field saves. Only where scripts run; without them the checkboxes and buttons beside it do the same.
 */
export function CodeCommand({ tree, textId }: { tree: readonly TreeCode[]; textId: string }) {
  const t = useTexts().coding.desk;
  const id = useId();
  const [ready, setReady] = useState(false);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setReady(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per text, not per keystroke
  useEffect(() => {
    setTyped("");
    setSaid("");
    // On a phone the keyboard would cover the text.
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [textId, ready]);
  if (!ready) return null;
  const found = findCodes(tree, typed);
  const act = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const { form } = event.currentTarget;
    const kind = { "": "codes", "0": "none", "-": "later" }[typed.trim()];
    if (kind) form?.requestSubmit(form.querySelector<HTMLButtonElement>(`button[name="kind"][value="${kind}"]`));
    const code = found[0];
    const box = code && form?.querySelector<HTMLInputElement>(`input[name="codes"][value="${code.id}"]`);
    if (!code || !box) return;
    box.checked = !box.checked;
    setSaid(box.checked ? t.set(code.name) : t.unset(code.name));
    setTyped("");
  };
  const names = found.slice(0, SHOWN).map((code) => code.name);
  const unknown = typed.trim() !== "" && !["0", "-"].includes(typed.trim());
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t.command}
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        {t.commandHint}
      </p>
      <input
        type="text"
        id={id}
        ref={field}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={act}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
      />
      <p className="field__hint code-command__said" role="status">
        {names.length > 0 ? t.found(names.join(", ")) : unknown ? t.nothingFound : said}
      </p>
    </div>
  );
}
