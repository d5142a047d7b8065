import { Form } from "@remix-run/react";
import type { MirrorPart } from "../../domain/mirror/part.ts";
import { BreakdownField } from "../releases/breakdown-field.tsx";
import { useReader, useTexts } from "../texts.ts";

/** `section`: what stays in the address */
type GroupChooserProps = Pick<MirrorPart, "breakdowns" | "chosen"> & { section: string };

/** Chooses the attribute by which the own group is shown: a plain form, so that it works without JavaScript. */
export function GroupChooser({ breakdowns, chosen, section }: GroupChooserProps) {
  const t = useTexts().mirror.compare;
  const read = useReader();
  const [own] = chosen?.groups ?? [];
  if (breakdowns.length === 0) return <p className="quiet">{t.never}</p>;
  return (
    <div className="card">
      <Form method="get" className="filter-bar no-print" preventScrollReset>
        <input type="hidden" name="abschnitt" value={section} />
        <BreakdownField label={t.label} none={t.none} breakdowns={breakdowns} chosen={chosen} />
        <button type="submit" className="button">
          {t.show}
        </button>
      </Form>
      <p className="table-note" role="status">
        {chosen && own ? t.group(read(own.label), read(chosen.label)) : t.total}
      </p>
    </div>
  );
}
