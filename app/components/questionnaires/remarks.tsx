import type { PlacedFault } from "../../domain/questionnaires/upload-draft.server.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";
import { FaultList } from "./fault-list.tsx";

/** What the check found in a definition that could be published: remarks to be read. */
export function Remarks({ faults }: { faults: PlacedFault[] }) {
  const t = useTexts();
  const words = t.definitionFaults;
  const locale = useLocale();
  const n = faults.filter((fault) => fault.severity === "warning").length;
  return (
    <section className="stack stack--close">
      <h2>{t.questionnaires.version.remarks}</h2>
      {n === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <details className="fold" open={n <= 5}>
          <summary>
            <strong>{words.warnings(formatCount(n, locale))}</strong>{" "}
            <span className="quiet">{words.warningsText}</span>
          </summary>
          <FaultList faults={faults} severity="warning" />
        </details>
      )}
    </section>
  );
}
