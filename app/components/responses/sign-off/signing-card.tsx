import { Form } from "@remix-run/react";
import type { Review } from "../../../domain/responses/read-sheet.server.ts";
import type { SignOff } from "../../../domain/responses/sign-off.server.ts";
import { formatMoment } from "../../../format.ts";
import { StateChip } from "../../layout/state-chip.tsx";
import { useLocale, useTexts } from "../../texts.ts";

/** Who has signed off this response, and how many have to. The lead says which. */
export function SigningCard({ review }: { review: Pick<Review, "signing" | "maySubmit" | "findings"> }) {
  const t = useTexts().signOff.signing;
  const { signing, maySubmit, findings } = review;
  const { two, signOffs, possible } = signing;
  return (
    <section className="card stack--close signing" id="freigabe" aria-labelledby="signing">
      <h2 id="signing">{t.title}</h2>
      <p>{two ? t.two : t.one}</p>
      {two && !possible ? <p className="quiet">{t.alone}</p> : null}
      {two && signOffs.length === 0 ? <p className="quiet">{t.none}</p> : null}
      {signOffs.length > 0 ? (
        <ul className="plain-list">
          {signOffs.map((one) => (
            <Given key={`${one.name} ${one.at}`} given={one} />
          ))}
        </ul>
      ) : null}
      {two ? <p className="quiet">{findings.length > 0 ? t.complete : t.hint}</p> : null}
      {maySubmit && (two || possible) ? (
        <Form method="post" preventScrollReset>
          <button type="submit" className="button" name="intent" value={two ? "require-one" : "require-two"}>
            {two ? t.requireOne : t.requireTwo}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function Given({ given: { name, at, valid } }: { given: SignOff }) {
  const t = useTexts().signOff.signing;
  const locale = useLocale();
  return (
    <li>
      {t.given(name, formatMoment(at, locale))}{" "}
      <StateChip tone={valid ? "done" : "idle"}>{valid ? t.valid : t.stale}</StateChip>
    </li>
  );
}

/** What the viewer can do next about it: sign off, sign off and submit, or wait for somebody. */
export type NextStep = "submit" | "sign-off" | "wait-second" | "wait-lead" | "lead-only" | "complete";

export function nextStepOf({ cover, findings, maySubmit, signing }: Review): NextStep {
  if (!maySubmit && !signing.two) return "lead-only";
  if (findings.length > 0) return "complete";
  if (maySubmit && (cover.kind !== "project" || !signing.two || signing.others > 0)) return "submit";
  if (!signing.signed) return "sign-off";
  return maySubmit ? "wait-second" : "wait-lead";
}
