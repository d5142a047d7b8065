import { useEffect, useRef } from "react";
import type { ItemName } from "../../domain/questionnaires/changes.ts";
import type { Refusal } from "../../domain/questionnaires/upload-draft.server.ts";
import { formatCount } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { Other } from "./change-list.tsx";
import { FaultList } from "./fault-list.tsx";
import { Recodings } from "./wordings.tsx";

/** Why a file was not taken over, at the top of the form: it takes the focus, as it is what is to be read first. */
export function RefusedUpload({ refused }: { refused: Refusal }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer of the action
  useEffect(() => box.current?.focus(), [refused]);
  if (refused.kind !== "definition" && refused.kind !== "amendment") return null;
  return (
    <div ref={box} tabIndex={-1} className="card refused">
      {refused.kind === "definition" ? <Faults refused={refused} /> : <MoreThanWording refused={refused} />}
    </div>
  );
}

function Faults({ refused: { faults } }: { refused: Extract<Refusal, { kind: "definition" }> }) {
  const t = useTexts();
  const words = t.definitionFaults;
  const locale = useLocale();
  const count = (severity: string) => formatCount(faults.filter((fault) => fault.severity === severity).length, locale);
  const hasWarnings = faults.some((fault) => fault.severity === "warning");
  return (
    <>
      <Notice kind="danger" title={t.questionnaires.upload.faultsTitle}>
        <p>{t.questionnaires.upload.faultsText}</p>
      </Notice>
      <section className="stack stack--close">
        <h2>
          {words.errors(count("error"))} <span className="quiet">{words.errorsText}</span>
        </h2>
        <FaultList faults={faults} severity="error" />
      </section>
      {hasWarnings ? (
        <details className="fold">
          <summary>
            <strong>{words.warnings(count("warning"))}</strong> <span className="quiet">{words.warningsText}</span>
          </summary>
          <FaultList faults={faults} severity="warning" />
        </details>
      ) : null}
    </>
  );
}

function MoreThanWording({ refused }: { refused: Extract<Refusal, { kind: "amendment" }> }) {
  const t = useTexts().questionnaires.upload;
  const locale = useLocale();
  const nameOf = useItemName();
  const { changes, number } = refused;
  return (
    <>
      <Notice kind="danger" title={t.amendTitle(formatCount(number, locale))}>
        <p>{t.amendText}</p>
      </Notice>
      <ul className="plain-list fault-list">
        {changes.recoded.map((item) => {
          const isScale = item.recodings.some(({ kind }) => kind === "scale" || kind === "repeated");
          const words = isScale ? t.amendFaults.recodedScale : t.amendFaults.recodedCodes;
          return (
            <li key={item.key} className="fault">
              <p>{words(nameOf(item))}</p>
              <Recodings recodings={item.recodings} />
            </li>
          );
        })}
        {changes.dropped.map((item) => (
          <li key={item.key} className="fault">
            <p>{t.amendFaults.dropped(nameOf(item))}</p>
          </li>
        ))}
        {changes.added.map((item) => (
          <li key={item.key} className="fault">
            <p>{t.amendFaults.added(nameOf(item))}</p>
          </li>
        ))}
        {changes.others.map((other) => (
          <Other key={other.path} other={other} />
        ))}
      </ul>
    </>
  );
}

function useItemName(): (item: ItemName) => string {
  const t = useTexts().questionnaires.upload;
  const read = useReader();
  return (item) => t.item(item.label ? `${read(item.title)} – ${read(item.label)}` : read(item.title), item.key);
}
