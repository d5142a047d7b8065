import { useEffect, useId, useState } from "react";
import { useTexts } from "../texts.ts";

/** An address to keep, with a button that copies it. Without JavaScript it is selected by hand. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTexts().links.own;
  const id = useId();
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady("clipboard" in navigator), []);
  return (
    <div className="field copy-field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="text" readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      {ready ? (
        <p className="copy-field__action">
          <button
            type="button"
            className="button"
            onClick={() => navigator.clipboard.writeText(value).then(() => setCopied(true))}
          >
            {t.copy}
          </button>{" "}
          <span role="status">{copied ? t.copied : null}</span>
        </p>
      ) : null}
    </div>
  );
}
