import { useEffect, useState } from "react";
import type { Texts } from "../../locales/index.ts";
import { Notice } from "../layout/notice.tsx";
import { useTexts } from "../texts.ts";
import { findTraces, type Trace } from "./privacy-hint.ts";

/** ms without a key: whoever is in the middle of a sentence is not interrupted. */
const PAUSE_MS = 800;

const keyOf = ({ kind, excerpt }: Trace) => `${kind} ${excerpt}`;

/**
 * Below a free text: says calmly that it may hold a name or a single case, what was found and what to do. It is worked out
 * in this browser only, never keeps anybody from going on, and once put away comes back for other finds only.
 */
export function PrivacyHint({ text }: { text: string }) {
  const { privacyHint } = useTexts().responses.fill;
  const traces = useTracesAfterPause(text);
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const open = traces.filter((trace) => !known.has(keyOf(trace)));
  return (
    <Finds
      texts={privacyHint}
      traces={open}
      onDismiss={() => setKnown((before) => new Set([...before, ...open.map(keyOf)]))}
    />
  );
}

type FindsProps = { texts: Texts["responses"]["fill"]["privacyHint"]; traces: Trace[]; onDismiss: () => void };

/** What was found. Without finds it is an empty place: only then will a screen reader tell of those that come later. */
export function Finds({ texts: t, traces, onDismiss }: FindsProps) {
  return (
    <div role="status" className="privacy-hint">
      {traces.length > 0 ? (
        <Notice
          kind="warn"
          title={t.title}
          actions={
            <button type="button" className="button button--small" onClick={onDismiss}>
              {t.dismiss}
            </button>
          }
        >
          <ul>
            {traces.map((trace) => (
              <li key={keyOf(trace)}>{t.found(t.kinds[trace.kind], trace.excerpt)}</li>
            ))}
          </ul>
          <p>{t.what}</p>
          <p className="quiet">{t.where}</p>
        </Notice>
      ) : null}
    </div>
  );
}

/** A name that is written three times is one find. */
const distinct = (traces: Trace[]) => [...new Map(traces.map((trace) => [keyOf(trace), trace])).values()];

function useTracesAfterPause(text: string): Trace[] {
  const [traces, setTraces] = useState(() => distinct(findTraces(text)));
  useEffect(() => {
    const timer = setTimeout(() => {
      const found = distinct(findTraces(text));
      const same = (before: Trace[]) => before.map(keyOf).join() === found.map(keyOf).join();
      setTraces((before) => (same(before) ? before : found));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return traces;
}
